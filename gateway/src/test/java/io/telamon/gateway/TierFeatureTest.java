package io.telamon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.gateway.net.ConnectionTimeouts;
import io.telamon.gateway.spi.directory.TierFeature;
import io.telamon.gateway.spi.directory.TierLimits;
import io.telamon.gateway.wire.Bson;
import io.telamon.gateway.wire.Frame;
import io.telamon.gateway.wire.LittleEndian;
import io.telamon.gateway.wire.OpCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.zip.DeflaterOutputStream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each feature of a tier is offered with it and refused without it, whatever else the tier offers. */
class TierFeatureTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COLLATION | shop | {find: 'c', collation: {locale: 'de'}} | 8000",
                "COLLATION | shop | {delete: 'c', deletes: [{q: {}, limit: 0, collation: {locale: 'de'}}]} | 8000",
                "WRITE_CONCERN_MEMBERS | shop | {insert: 'c', documents: [{}], writeConcern: {w: 2}} | 8000",
                "CAPPED_COLLECTIONS | shop | {create: 'c', capped: true} | 8000",
                "CAPPED_COLLECTIONS | shop | {convertToCapped: 'c', size: 4096} | 8000",
                "CHANGE_STREAMS | shop | {aggregate: 1, pipeline: [{$changeStream: {}}], cursor: {}} | 8000",
                "CHANGE_STREAMS | shop | {aggregate: 1, pipeline: [{$changeStreamSplitLargeEvent: {}}], cursor: {}} | 8000",
                "OUT | shop | {aggregate: 'c', pipeline: [{$out: 'd'}], cursor: {}} | 8000",
                "SEARCH | shop | {aggregate: 'c', pipeline: [{$search: {}}], cursor: {}} | 8000",
                "SEARCH | shop | {aggregate: 'c', pipeline: [{$searchMeta: {}}], cursor: {}} | 8000",
                "SEARCH | shop | {aggregate: 'c', pipeline: [{$vectorSearch: {}}], cursor: {}} | 8000",
                "SERVER_SIDE_JAVASCRIPT | shop | {find: 'c', filter: {$where: '1'}} | 8000",
                "SERVER_SIDE_JAVASCRIPT | shop | {aggregate: 'c', pipeline: [{$addFields: {a: {$function: {}}}}], cursor: {}} | 8000",
                "SERVER_SIDE_JAVASCRIPT | shop | {aggregate: 'c', pipeline: [{$group: {_id: 1, a: {$accumulator: {}}}}], cursor: {}} | 8000",
                "USER_ROLES | shop | {aggregate: 'c', pipeline: [{$addFields: {a: '$$USER_ROLES'}}], cursor: {}} | 8000",
                "NAMESPACE_FILTERS | shop | {aggregate: 1, pipeline: [{$changeStream: {}}, {$match: {'ns.db': {$ne: 'a'}}}], cursor: {}} | 8000"
            })
    void offersItWithTheFeatureOnly(TierFeature feature, String database, String command, int code) throws IOException {
        assertThat(in(EnumSet.allOf(TierFeature.class), database, command)).doesNotContainKey("errmsg");
        assertThat(in(without(feature), database, command).get("code")).isEqualTo(new BsonInt32(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{find: 'oplog.rs'}", "{count: 'system.replset'}"})
    void saysOfTheOplogThatThereIsNoneWithTheFeatureOnly(String command) throws IOException {
        assertThat(in(EnumSet.allOf(TierFeature.class), "local", command).get("code"))
                .isEqualTo(new BsonInt32(238));
        assertThat(in(without(TierFeature.OPLOG), "local", command).get("code")).isEqualTo(new BsonInt32(8000));
    }

    @Test
    void takesCompressedMessagesWithTheFeatureOnly() throws IOException {
        try (World world = world(EnumSet.allOf(TierFeature.class));
                RawClient client = new RawClient(world.port)) {
            client.send(compressedPing());
            assertThat(client.receive().opCode()).isEqualTo(OpCode.COMPRESSED);
        }
        try (World world = world(without(TierFeature.COMPRESSION));
                RawClient client = new RawClient(world.port)) {
            client.send(compressedPing());
            assertThat(client.isClosed()).isTrue();
        }
    }

    @Test
    void refusesCompressedCredentials() throws IOException {
        try (World world = world(EnumSet.allOf(TierFeature.class));
                RawClient client = new RawClient(world.port)) {
            client.send(compressed("{saslStart: 1, mechanism: 'SCRAM-SHA-256', payload: '', $db: 'admin'}"));
            client.send(RawClient.message(0, Bson.encode(BsonDocument.parse("{ping: 1, $db: 'admin'}"))));

            assertThat(client.receive().document().get("code")).isEqualTo(new BsonInt32(17));
        }
    }

    private static Set<TierFeature> without(TierFeature feature) {
        return EnumSet.complementOf(EnumSet.of(feature));
    }

    private static World world(Set<TierFeature> features) throws IOException {
        return new World(features, TierLimits.none(), ConnectionTimeouts.usual());
    }

    private static BsonDocument in(Set<TierFeature> features, String database, String command) throws IOException {
        try (World world = world(features);
                RawClient client = new RawClient(world.port).login("admin")) {
            return client.command(database, command);
        }
    }

    /** The message of a ping, compressed by zlib in an OP_COMPRESSED. */
    private static byte[] compressedPing() throws IOException {
        return compressed("{ping: 1, $db: 'admin'}");
    }

    private static byte[] compressed(String command) throws IOException {
        byte[] message = RawClient.message(0, Bson.encode(BsonDocument.parse(command)));
        byte[] prefix = new byte[9];
        LittleEndian.putInt32(prefix, 0, OpCode.MSG);
        LittleEndian.putInt32(prefix, 4, message.length - Frame.HEADER);
        prefix[8] = 2;
        ByteArrayOutputStream payload = new ByteArrayOutputStream();
        payload.write(prefix);
        try (DeflaterOutputStream zlib = new DeflaterOutputStream(payload)) {
            zlib.write(message, Frame.HEADER, message.length - Frame.HEADER);
        }
        return RawClient.frame(OpCode.COMPRESSED, payload.toByteArray());
    }
}
