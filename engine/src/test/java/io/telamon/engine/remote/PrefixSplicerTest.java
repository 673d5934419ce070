package io.telamon.engine.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.gateway.spi.engine.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

class PrefixSplicerTest {

    private static final byte[] PREFIX = {'a', '1', '_'};
    private static final byte[] NOTHING = {};

    private static byte[] frame(String body, byte[] otherSections) {
        return Wire.message(7, 8, 0, BsonDocument.parse(body), otherSections);
    }

    /** What a deployment is sent, under the number that the connection gives it. */
    private static byte[] sent(String body, byte[] otherSections) {
        return Wire.message(9, 0, 0, BsonDocument.parse(body), otherSections);
    }

    private static byte[] request(byte[] frame) throws IOException {
        return request(frame, Wire.SECTIONS + 1, Wire.int32(frame, Wire.SECTIONS + 1));
    }

    /** What is sent for a frame that lies somewhere in an array. */
    private static byte[] request(byte[] frame, int body, int length) throws IOException {
        byte[] array = new byte[5 + frame.length + 7];
        System.arraycopy(frame, 0, array, 5, frame.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrefixSplicer.request(new Bytes(array, 5, frame.length), new Bytes(array, 5 + body, length), PREFIX)
                .orElseThrow()
                .writeTo(out, new RequestHeader(9, false));
        return out.toByteArray();
    }

    private static Optional<byte[]> reply(byte[] frame) {
        byte[] array = new byte[5 + frame.length + 7];
        System.arraycopy(frame, 0, array, 5, frame.length);
        return PrefixSplicer.reply(new Bytes(array, 5, frame.length), PREFIX).map(Bytes::copy);
    }

    @Test
    void putThePrefixBeforeTheDatabase() throws IOException {
        byte[] documents = Wire.encode(BsonDocument.parse("{_id: 1, $db: 'shop'}"));
        byte[] sequence = Wire.sequence("documents", documents);

        byte[] spliced = request(frame("{insert: 'orders', $db: 'shop', lsid: {id: 1}}", sequence));

        assertThat(spliced).isEqualTo(sent("{insert: 'orders', $db: 'a1_shop', lsid: {id: 1}}", sequence));
    }

    @Test
    void findTheBodyBehindOtherSections() throws IOException {
        byte[] sequence = Wire.sequence("documents", Wire.encode(BsonDocument.parse("{_id: 1}")));
        byte[] body = Wire.encode(BsonDocument.parse("{insert: 'orders', $db: 'shop'}"));
        byte[] frame = Arrays.copyOf(frame("{}", NOTHING), Wire.SECTIONS + sequence.length + 1 + body.length);
        Wire.putInt32(frame, 0, frame.length);
        System.arraycopy(sequence, 0, frame, Wire.SECTIONS, sequence.length);
        int at = Wire.SECTIONS + sequence.length + 1;
        System.arraycopy(body, 0, frame, at, body.length);

        byte[] spliced = request(frame, at, body.length);

        assertThat(Wire.decode(new Bytes(spliced, at, spliced.length - at)))
                .isEqualTo(BsonDocument.parse("{insert: 'orders', $db: 'a1_shop'}"));
        assertThat(Wire.int32(spliced, 0)).isEqualTo(spliced.length);
    }

    @Test
    void leaveNamesInDocumentsAlone() throws IOException {
        String command = "{find: 'orders', filter: {$db: 'x', ns: 'y'}, $db: '%s'}";

        assertThat(request(frame(command.formatted("shop"), NOTHING)))
                .isEqualTo(sent(command.formatted("a1_shop"), NOTHING));
    }

    @Test
    void takeThePrefixOffTheNamespace() throws IOException {
        String reply =
                "{cursor: {firstBatch: [{ns: 'a1_x', cursor: {ns: 'a1_y'}}], id: {$numberLong: '0'}, ns: '%s'}, ok: 1.0}";

        assertThat(reply(frame(reply.formatted("a1_shop.orders"), NOTHING)).orElseThrow())
                .isEqualTo(frame(reply.formatted("shop.orders"), NOTHING));
    }

    @Test
    void takeThePrefixOffANamespaceThatIsBehindOrBeforeMostOfTheReply() {
        String documents = "[{a: '" + "x".repeat(300) + "'}]";
        String behind = "{cursor: {firstBatch: " + documents + ", ns: '%s'}, ok: 1.0}";
        String before = "{cursor: {ns: '%s', firstBatch: " + documents + "}, ok: 1.0}";

        for (String reply : List.of(behind, before)) {
            assertThat(reply(frame(reply.formatted("a1_shop.orders"), NOTHING)))
                    .contains(frame(reply.formatted("shop.orders"), NOTHING));
        }
    }

    @Test
    void leaveErrorsBehindACursorToOthers() {
        assertThat(reply(frame("{cursor: {ns: 'a1_shop.x'}, writeConcernError: {errmsg: 'a1_'}, ok: 1.0}", NOTHING)))
                .isEmpty();
    }

    @Test
    void passRepliesWithoutNames() throws IOException {
        byte[] reply = frame("{n: 1, value: {ns: 'a1_x', errmsg: 'a1_y'}, ok: 1.0}", NOTHING);

        assertThat(reply(reply)).contains(reply);
    }

    @Test
    void leaveErrorsToOthers() throws IOException {
        assertThat(reply(frame("{ok: 0.0, errmsg: 'no a1_shop'}", NOTHING))).isEmpty();
        assertThat(reply(frame("{ok: 1.0, writeErrors: []}", NOTHING))).isEmpty();
        assertThat(reply(frame("{ok: 1.0, writeConcernError: {}}", NOTHING))).isEmpty();
    }

    @Test
    void leaveOtherNamespacesToOthers() throws IOException {
        assertThat(reply(frame("{cursor: {ns: 'b2_shop.orders'}, ok: 1.0}", NOTHING)))
                .isEmpty();
    }
}
