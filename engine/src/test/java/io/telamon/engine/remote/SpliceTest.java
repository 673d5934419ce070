package io.telamon.engine.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.gateway.spi.Bytes;
import java.util.Arrays;
import java.util.Optional;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

class SpliceTest {

    private static final String PREFIX = "a1_";
    private static final byte[] NOTHING = {};

    private static byte[] frame(String body, byte[] otherSections) {
        return Wire.message(7, 8, 0, BsonDocument.parse(body), otherSections);
    }

    private static Optional<byte[]> request(byte[] frame) {
        int length = Wire.int32(frame, Wire.SECTIONS + 1);
        return Splice.request(new Bytes(frame, 0, frame.length), new Bytes(frame, Wire.SECTIONS + 1, length), PREFIX);
    }

    @Test
    void putThePrefixBeforeTheDatabase() {
        byte[] documents = Wire.encode(BsonDocument.parse("{_id: 1, $db: 'shop'}"));
        byte[] sequence = Wire.sequence("documents", documents);

        byte[] spliced = request(frame("{insert: 'orders', $db: 'shop', lsid: {id: 1}}", sequence))
                .orElseThrow();

        assertThat(spliced).isEqualTo(frame("{insert: 'orders', $db: 'a1_shop', lsid: {id: 1}}", sequence));
    }

    @Test
    void findTheBodyBehindOtherSections() {
        byte[] sequence = Wire.sequence("documents", Wire.encode(BsonDocument.parse("{_id: 1}")));
        byte[] body = Wire.encode(BsonDocument.parse("{insert: 'orders', $db: 'shop'}"));
        byte[] frame = Arrays.copyOf(frame("{}", NOTHING), Wire.SECTIONS + sequence.length + 1 + body.length);
        Wire.putInt32(frame, 0, frame.length);
        System.arraycopy(sequence, 0, frame, Wire.SECTIONS, sequence.length);
        int at = Wire.SECTIONS + sequence.length + 1;
        System.arraycopy(body, 0, frame, at, body.length);

        byte[] spliced = Splice.request(new Bytes(frame, 0, frame.length), new Bytes(frame, at, body.length), PREFIX)
                .orElseThrow();

        assertThat(Wire.decode(new Bytes(spliced, at, spliced.length - at)))
                .isEqualTo(BsonDocument.parse("{insert: 'orders', $db: 'a1_shop'}"));
        assertThat(Wire.int32(spliced, 0)).isEqualTo(spliced.length);
    }

    @Test
    void leaveNamesInDocumentsAlone() {
        String command = "{find: 'orders', filter: {$db: 'x', ns: 'y'}, $db: '%s'}";

        assertThat(request(frame(command.formatted("shop"), NOTHING)).orElseThrow())
                .isEqualTo(frame(command.formatted("a1_shop"), NOTHING));
    }

    @Test
    void takeThePrefixOffTheNamespace() {
        String reply =
                "{cursor: {firstBatch: [{ns: 'a1_x', cursor: {ns: 'a1_y'}}], id: {$numberLong: '0'}, ns: '%s'}, ok: 1.0}";

        assertThat(Splice.reply(frame(reply.formatted("a1_shop.orders"), NOTHING), PREFIX)
                        .orElseThrow())
                .isEqualTo(frame(reply.formatted("shop.orders"), NOTHING));
    }

    @Test
    void passRepliesWithoutNames() {
        byte[] reply = frame("{n: 1, value: {ns: 'a1_x', errmsg: 'a1_y'}, ok: 1.0}", NOTHING);

        assertThat(Splice.reply(reply, PREFIX)).containsSame(reply);
    }

    @Test
    void leaveErrorsToOthers() {
        assertThat(Splice.reply(frame("{ok: 0.0, errmsg: 'no a1_shop'}", NOTHING), PREFIX))
                .isEmpty();
        assertThat(Splice.reply(frame("{ok: 1.0, writeErrors: []}", NOTHING), PREFIX))
                .isEmpty();
        assertThat(Splice.reply(frame("{ok: 1.0, writeConcernError: {}}", NOTHING), PREFIX))
                .isEmpty();
    }

    @Test
    void leaveOtherNamespacesToOthers() {
        assertThat(Splice.reply(frame("{cursor: {ns: 'b2_shop.orders'}, ok: 1.0}", NOTHING), PREFIX))
                .isEmpty();
    }
}
