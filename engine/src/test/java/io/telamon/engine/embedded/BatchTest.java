package io.telamon.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;

class BatchTest extends EmbeddedTest {

    private void numbers(int count) {
        List<BsonDocument> documents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            documents.add(new BsonDocument("_id", new BsonInt32(i)));
        }
        assertOk(shell.insertBeside("c", documents));
    }

    private BsonDocument more(BsonDocument reply, String rest) {
        long id = reply.getDocument("cursor").getInt64("id").getValue();
        return shell.run("{getMore: {$numberLong: '" + id + "'}, collection: 'c'" + rest + "}");
    }

    private static long cursor(BsonDocument reply) {
        return reply.getDocument("cursor").getInt64("id").getValue();
    }

    @Test
    void beginsWith101DocumentsIfNotAskedForANumber() {
        numbers(250);

        for (String command : List.of("{find: 'c'}", "{aggregate: 'c', pipeline: [], cursor: {}}")) {
            BsonDocument first = shell.run(command);
            BsonDocument second = more(first, "");

            assertThat(Shell.documents(first)).hasSize(101);
            assertThat(Shell.documents(second)).hasSize(149);
            assertThat(cursor(second)).isZero();
        }
    }

    @Test
    void givesAsManyAsAskedFor() {
        numbers(10);

        for (String command :
                List.of("{find: 'c', batchSize: 4}", "{aggregate: 'c', pipeline: [], cursor: {batchSize: 4}}")) {
            BsonDocument first = shell.run(command);
            BsonDocument second = more(first, ", batchSize: 3");
            BsonDocument third = more(first, ", batchSize: 3");

            assertThat(numbers(first, "_id")).containsExactly(0, 1, 2, 3);
            assertThat(numbers(second, "_id")).containsExactly(4, 5, 6);
            BsonDocument last = more(first, ", batchSize: 3");
            assertThat(numbers(third, "_id")).containsExactly(7, 8, 9);
            assertThat(cursor(third)).isEqualTo(cursor(first));
            assertThat(Shell.documents(last)).isEmpty();
            assertThat(cursor(last)).isZero();
        }
        assertThat(Shell.documents(shell.run("{find: 'c', batchSize: 0}"))).isEmpty();
        assertThat(cursor(shell.run("{find: 'c', batchSize: 4, singleBatch: true}")))
                .isZero();
        assertThat(cursor(shell.run("{find: 'c', batchSize: 4, limit: 4}"))).isZero();
    }

    @Test
    void keepsABatchBelow16Megabytes() {
        for (int i = 0; i < 6; i++) {
            BsonDocument document =
                    new BsonDocument("_id", new BsonInt32(i)).append("b", new BsonBinary(new byte[5 << 20]));
            assertOk(shell.insertBeside("c", List.of(document)));
        }

        BsonDocument first = shell.run("{find: 'c'}");

        assertThat(Shell.documents(first)).hasSize(3);
        assertThat(Shell.documents(more(first, ""))).hasSize(3);
    }

    @Test
    void goesOnAfterTheConnectionWasClosed() throws Exception {
        numbers(200);
        BsonDocument first = shell.run("{find: 'c'}");
        shell.close();
        shell = new Shell(engine, CLUSTER);

        assertThat(Shell.documents(more(first, ""))).hasSize(99);
    }

    @Test
    void knowsACursorOnlyUnderItsOwnCollection() {
        numbers(200);
        BsonDocument first = shell.run("{find: 'c'}");

        BsonDocument command =
                new BsonDocument("getMore", new BsonInt64(cursor(first))).append("collection", new BsonString("d"));

        assertError(shell.run(command), 43, "not found");
    }

    @Test
    void endsCursorsThatAreKilled() {
        numbers(200);
        BsonDocument first = shell.run("{find: 'c'}");
        String id = "{$numberLong: '" + cursor(first) + "'}";

        BsonDocument reply = shell.run("{killCursors: 'c', cursors: [" + id + ", {$numberLong: '5'}]}");

        assertThat(reply.getArray("cursorsKilled")).containsExactly(new BsonInt64(cursor(first)));
        assertThat(reply.getArray("cursorsNotFound")).containsExactly(new BsonInt64(5));
        assertError(more(first, ""), 43, "not found");
    }
}
