package io.telamon.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Results in little memory: 200 kB for all, 100 kB for one. */
class ResultTest extends EmbeddedTest {

    private static final int COUNT = 60;
    private static final String AGGREGATE_FEW = "{aggregate: 'c', pipeline: [{$limit: 8}], cursor: {batchSize: 0}}";

    @BeforeEach
    void fill() throws Exception {
        restart(200_000);
        insert("c", 0, COUNT);
    }

    private void restart(long resultBytes) throws Exception {
        engine.close();
        engine = new EmbeddedEngine(
                EmbeddedSettings.in(folder).idle(Duration.ofMinutes(5)).resultBytes(resultBytes));
        shell = new Shell(engine, CLUSTER);
    }

    private void insert(String collection, int from, int to) {
        assertOk(shell.insertBeside(
                collection,
                IntStream.range(from, to)
                        .mapToObj(i -> new BsonDocument("_id", new BsonInt32(i))
                                .append("n", new BsonInt32(-i))
                                .append("text", new BsonString("x".repeat(10_000))))
                        .toList()));
    }

    private static long cursor(BsonDocument reply) {
        assertOk(reply);
        return reply.getDocument("cursor").getInt64("id").getValue();
    }

    private BsonDocument more(long cursor) {
        return shell.run("{getMore: {$numberLong: '" + cursor + "'}, collection: 'c', batchSize: 7}");
    }

    private void kill(long cursor) {
        assertOk(shell.run("{killCursors: 'c', cursors: [{$numberLong: '" + cursor + "'}]}"));
    }

    private List<Integer> allOf(String find) {
        BsonDocument reply = shell.run(find);
        List<Integer> found = new ArrayList<>(numbers(reply, "_id"));
        for (long cursor = cursor(reply); cursor != 0; cursor = cursor(reply)) {
            reply = more(cursor);
            found.addAll(numbers(reply, "_id"));
        }
        return found;
    }

    @Test
    void findsMoreThanThereIsMemoryFor() {
        List<Integer> all = IntStream.range(0, COUNT).boxed().toList();

        assertThat(allOf("{find: 'c', batchSize: 7}")).isEqualTo(all);
        assertThat(allOf("{find: 'c', filter: {_id: {$gte: 0}}, batchSize: 7}")).isEqualTo(all);
        assertThat(allOf("{find: 'c', sort: {n: 1}, batchSize: 7}")).isEqualTo(all.reversed());
        assertThat(allOf("{find: 'c', sort: {$natural: -1}, batchSize: 7}")).isEqualTo(all.reversed());
        assertThat(allOf("{find: 'c', sort: {n: 1}, skip: 3, limit: 20, batchSize: 7, projection: {n: 1}}"))
                .isEqualTo(all.reversed().subList(3, 23));
        assertThat(allOf("{find: 'c', filter: {n: {$lte: -5}}, skip: 3, limit: 20, batchSize: 7}"))
                .isEqualTo(all.subList(8, 28));
    }

    @Test
    void refusesAResultThatTakesTooMuchMemoryAndGivesItBack() {
        for (int i = 0; i < 10; i++) {
            assertError(shell.run("{aggregate: 'c', pipeline: [], cursor: {}}"), 146, "more than 100000 bytes");
            assertError(
                    shell.run("{aggregate: 'c', pipeline: [{$sort: {n: 1}}, {$project: {n: 1}}], cursor: {}}"),
                    146,
                    "more than 100000 bytes");
            assertError(
                    shell.run("{aggregate: 'c', pipeline: [{$group: {_id: 1, all: {$push: '$text'}}}], cursor: {}}"),
                    146,
                    "more than 100000 bytes");
            assertOk(shell.run("{aggregate: 'c', pipeline: [{$group: {_id: 1, all: {$sum: '$n'}}}], cursor: {}}"));
            kill(cursor(shell.run(AGGREGATE_FEW)));
            cursor(shell.run(AGGREGATE_FEW.replace("batchSize: 0", "")));
        }
    }

    @Test
    void boundsTheMemoryOfAllCursorsTogether() {
        long first = cursor(shell.run(AGGREGATE_FEW));
        cursor(shell.run(AGGREGATE_FEW));

        assertError(shell.run(AGGREGATE_FEW), 146, "close cursors");

        kill(first);
        assertOk(shell.run(AGGREGATE_FEW));
    }

    @Test
    void seesWhatIsWrittenAheadOfACursor() {
        long cursor = cursor(shell.run("{find: 'c', batchSize: 7}"));
        assertOk(shell.run("{delete: 'c', deletes: [{q: {_id: {$gte: 10}}, limit: 0}]}"));
        insert("c", 100, 102);

        BsonDocument rest = more(cursor);

        assertThat(numbers(rest, "_id")).containsExactly(7, 8, 9, 100, 101);
        assertThat(cursor(rest)).isZero();
    }

    @Test
    void endsTheCursorsOfACollectionThatIsDropped() {
        long cursor = cursor(shell.run("{find: 'c', batchSize: 7}"));
        assertOk(shell.run("{drop: 'c'}"));
        insert("c", 100, 102);

        assertError(more(cursor), 175, "collection dropped");
        assertError(more(cursor), 43, "not found");
        assertThat(shell.all("c")).hasSize(2);
    }

    @Test
    void sortsNoMoreThan32MegabytesUnlessALimitLeavesLess() throws Exception {
        restart(1L << 30);
        for (int i = 0; i < 40; i++) {
            assertOk(shell.insertBeside(
                    "large",
                    List.of(new BsonDocument("_id", new BsonInt32(i))
                            .append("key", new BsonString((char) ('a' + i % 26) + "x".repeat(1 << 20))))));
        }

        assertError(shell.run("{find: 'large', sort: {key: 1}}"), 292, "Sort exceeded memory limit of 33554432 bytes");
        assertError(
                shell.run("{aggregate: 'large', pipeline: [{$sort: {key: 1}}], cursor: {}}"),
                292,
                "Sort exceeded memory limit");
        assertThat(numbers(shell.run("{find: 'large', sort: {key: 1, _id: 1}, limit: 3}"), "_id"))
                .containsExactly(0, 26, 1);
        assertThat(numbers(
                        shell.run(
                                "{aggregate: 'large', pipeline: [{$sort: {key: 1, _id: 1}}, {$limit: 3}], cursor: {}}"),
                        "_id"))
                .containsExactly(0, 26, 1);
    }
}
