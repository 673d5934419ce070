package io.telamon.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeLimitTest extends EmbeddedTest {

    private static final int MANY = 20_000;

    @BeforeEach
    void fill() {
        List<BsonDocument> documents = IntStream.range(0, MANY)
                .mapToObj(i -> new BsonDocument("_id", new BsonInt32(i)).append("n", new BsonInt32(i % 10)))
                .toList();
        assertOk(shell.insertBeside("c", documents));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "find: 'c', filter: {n: 11}",
                "find: 'c', sort: {n: 1}",
                "count: 'c', query: {n: 11}",
                "distinct: 'c', key: 'n', query: {n: {$lt: 5}}",
                "aggregate: 'c', pipeline: [{$match: {n: 11}}], cursor: {}",
                "aggregate: 'c', pipeline: [{$group: {_id: '$n', all: {$sum: 1}}}], cursor: {}",
                "aggregate: 'c', pipeline: [{$limit: 1}, {$lookup: {from: 'c', localField: 'x', foreignField: 'x', as: 'all'}}, {$unwind: '$all'}], cursor: {}",
                "update: 'c', updates: [{q: {}, u: {$inc: {n: 100}}, multi: true}]",
                "delete: 'c', deletes: [{q: {n: {$gte: 0}}, limit: 0}]",
                "findAndModify: 'c', sort: {n: -1}, remove: true",
                "createIndexes: 'c', indexes: [{key: {n: 1}, name: 'n'}]"
            })
    void endsWhatTakesLonger(String command) {
        BsonDocument reply = shell.run("{" + command + ", maxTimeMS: 1}");

        assertError(reply, 50, "operation exceeded time limit");
        assertThat(reply.getString("codeName").getValue()).isEqualTo("MaxTimeMSExpired");
    }

    @Test
    void endsAWriteBetweenTwoDocuments() {
        assertOk(shell.run("{createIndexes: 'c', indexes: [{key: {n: 1}, name: 'n'}]}"));
        assertError(
                shell.run("{update: 'c', updates: [{q: {}, u: {$inc: {n: 100}}, multi: true}], maxTimeMS: 150}"),
                50,
                "exceeded time limit");

        int changed =
                shell.run("{count: 'c', query: {n: {$gte: 100}}}").getInt32("n").getValue();

        assertThat(changed).isLessThan(MANY);
        assertThat(shell.all("c").stream()
                        .filter(document -> document.getInt32("n").getValue() >= 100))
                .hasSize(changed);
    }

    @Test
    void countsTheBatchesOfACursorTogether() {
        BsonDocument first = shell.run(
                "{find: 'c', filter: {$expr: {$gte: [{$sum: {$range: [0, 300]}}, 0]}}, batchSize: 0, maxTimeMS: 100}");
        assertOk(first);
        String more = "{getMore: {$numberLong: '%d'}, collection: 'c', batchSize: 2000}"
                .formatted(first.getDocument("cursor").getInt64("id").getValue());

        BsonDocument reply = shell.run(more);
        for (int i = 0; i < MANY / 2000 && reply.getNumber("ok").intValue() == 1; i++) {
            reply = shell.run(more);
        }

        assertError(reply, 50, "exceeded time limit");
        assertError(shell.run(more), 43, "not found");
    }

    @Test
    void leavesTimeToWhatTakesLess() {
        assertOk(shell.run("{find: 'c', filter: {n: 11}, maxTimeMS: 60000}"));
        assertOk(shell.run("{find: 'c', filter: {n: 11}, maxTimeMS: 0}"));
        assertError(shell.run("{find: 'c', maxTimeMS: -1}"), 2, "out of range");
        assertError(shell.run("{find: 'c', maxTimeMS: 'soon'}"), 14, "must be a number");
    }
}
