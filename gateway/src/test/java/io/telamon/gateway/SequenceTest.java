package io.telamon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.gateway.spi.directory.RoleGrant;
import io.telamon.gateway.spi.engine.Namespace;
import io.telamon.gateway.wire.Bson;
import io.telamon.gateway.wire.LittleEndian;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a message carries beside its body is looked at like the body. */
class SequenceTest {

    private static final int UNKNOWN_FIELD = 40415;
    private static final int FAILED_TO_PARSE = 9;

    private static World world;

    @BeforeAll
    static void start() throws IOException {
        world = new World();
        world.user("clerk", new RoleGrant("readWrite", "shop"));
        world.engine.data(World.CLUSTER).put(new Namespace("shop", "orders"), new CopyOnWriteArrayList<>());
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void takesTheDocumentsOfAnInsert() throws IOException {
        BsonDocument reply = answer(body("{insert: 'orders'}"), sequence("documents", "{_id: 1}", "{_id: 2}"));

        assertThat(reply.get("n")).isEqualTo(new BsonInt32(2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{aggregate: 'orders', cursor: {}} | pipeline | {$out: {db: 'bank', coll: 'accounts'}}",
                "{find: 'orders'} | filter | {}",
                "{insert: 'orders', documents: []} | $db | {}",
                "{update: 'orders'} | documents | {}",
                "{ping: 1} | documents | {}"
            })
    void refusesWhatTheCommandDoesNotTake(String command, String field, String document) throws IOException {
        BsonDocument reply = answer(body(command), sequence(field, document));

        assertThat(reply.get("code")).isEqualTo(new BsonInt32(UNKNOWN_FIELD));
    }

    @Test
    void refusesAFieldThatIsInTheBodyToo() throws IOException {
        BsonDocument reply =
                answer(body("{insert: 'orders', documents: [{_id: 3}]}"), sequence("documents", "{_id: 4}"));

        assertThat(reply.get("code")).isEqualTo(new BsonInt32(FAILED_TO_PARSE));
    }

    @Test
    void refusesTwoSequencesOfOneName() throws IOException {
        BsonDocument reply = answer(
                body("{insert: 'orders'}"), sequence("documents", "{_id: 5}"), sequence("documents", "{_id: 6}"));

        assertThat(reply.get("code")).isEqualTo(new BsonInt32(FAILED_TO_PARSE));
    }

    private static BsonDocument answer(byte[]... sections) throws IOException {
        ByteArrayOutputStream payload = new ByteArrayOutputStream();
        payload.write(new byte[Integer.BYTES]);
        for (byte[] section : sections) {
            payload.write(section);
        }
        try (RawClient client = new RawClient(world.port).login("clerk")) {
            client.send(RawClient.frame(RawClient.MSG, payload.toByteArray()));
            return client.receive().document();
        }
    }

    private static byte[] body(String command) throws IOException {
        ByteArrayOutputStream section = new ByteArrayOutputStream();
        section.write(0);
        section.write(Bson.encode(BsonDocument.parse(command).append("$db", new BsonString("shop"))));
        return section.toByteArray();
    }

    private static byte[] sequence(String field, String... documents) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.write(field.getBytes(StandardCharsets.UTF_8));
        content.write(0);
        for (String document : documents) {
            content.write(Bson.encode(BsonDocument.parse(document)));
        }
        byte[] section = new byte[1 + Integer.BYTES + content.size()];
        section[0] = 1;
        LittleEndian.putInt32(section, 1, Integer.BYTES + content.size());
        System.arraycopy(content.toByteArray(), 0, section, 1 + Integer.BYTES, content.size());
        return section;
    }
}
