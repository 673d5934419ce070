package io.telamon.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonTimestamp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What replies tell of the cluster's logical time, and what read concerns make of it. */
class LogicalTimeTest extends EmbeddedTest {

    @Test
    void advancesWithEachWriteAndNotWithReads() {
        BsonTimestamp first = time("{insert: 'c', documents: [{_id: 1}]}");
        BsonTimestamp read = time("{find: 'c'}");
        BsonTimestamp second = time("{update: 'c', updates: [{q: {}, u: {$set: {a: 1}}}]}");

        assertThat(read).isEqualTo(first);
        assertThat(second).isGreaterThan(first);
    }

    @Test
    void tellsTheSameTimeOfTheCluster() {
        BsonDocument reply = shell.timed("{insert: 'c', documents: [{_id: 1}]}");

        assertThat(reply.getDocument("$clusterTime").get("clusterTime")).isEqualTo(reply.get("operationTime"));
        assertThat(reply.getDocument("$clusterTime").getDocument("signature")).containsKeys("hash", "keyId");
    }

    @Test
    void readsAfterATimeThatItHasTold() {
        BsonTimestamp written = time("{insert: 'c', documents: [{_id: 1}]}");

        BsonDocument reply = shell.run("{find: 'c', readConcern: {afterClusterTime: {$timestamp: {t: "
                + written.getTime() + ", i: " + written.getInc() + "}}}}");

        assertThat(Shell.documents(reply)).hasSize(1);
    }

    @Test
    void refusesATimeThatIsYetToCome() {
        assertThat(shell.run("{find: 'c', readConcern: {afterClusterTime: {$timestamp: {t: 4000000000, i: 1}}}}")
                        .get("code"))
                .isEqualTo(new BsonInt32(72));
    }

    @Test
    void refusesSnapshots() {
        assertThat(shell.run("{find: 'c', readConcern: {level: 'snapshot'}}").get("code"))
                .isEqualTo(new BsonInt32(238));
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "available", "majority", "linearizable"})
    void takesTheOtherLevels(String level) {
        assertThat(shell.run("{find: 'c', readConcern: {level: '" + level + "'}}")
                        .get("code"))
                .isNull();
    }

    /** Not known before the next batch, unless the limit is reached. */
    @Test
    void leavesTheCursorOpenAfterAFullBatch() {
        shell.run("{insert: 'c', documents: [{_id: 1}, {_id: 2}, {_id: 3}]}");

        BsonDocument full = shell.run("{find: 'c', batchSize: 3}").getDocument("cursor");
        BsonDocument rest = shell.run(
                        "{getMore: {$numberLong: '" + full.getInt64("id").getValue() + "'}, collection: 'c'}")
                .getDocument("cursor");

        assertThat(full.getArray("firstBatch")).hasSize(3);
        assertThat(full.getInt64("id").getValue()).isNotZero();
        assertThat(rest.getArray("nextBatch")).isEmpty();
        assertThat(rest.getInt64("id").getValue()).isZero();
        assertThat(shell.run("{find: 'c', batchSize: 3, limit: 3}")
                        .getDocument("cursor")
                        .getInt64("id")
                        .getValue())
                .isZero();
        assertThat(shell.run("{find: 'c', batchSize: 4}")
                        .getDocument("cursor")
                        .getInt64("id")
                        .getValue())
                .isZero();
    }

    @Test
    void makesNoMoreThanSixtyFourIndexes() {
        for (int i = 1; i < 64; i++) {
            shell.run("{createIndexes: 'c', indexes: [{key: {f" + i + ": 1}, name: 'n" + i + "'}]}");
        }

        assertThat(shell.run("{createIndexes: 'c', indexes: [{key: {x: 1}, name: 'x'}]}")
                        .get("code"))
                .isEqualTo(new BsonInt32(67));
        assertThat(shell.run("{createIndexes: 'c', indexes: [{key: {f1: 1}, name: 'n1'}]}"))
                .containsEntry("numIndexesAfter", new BsonInt32(64));
    }

    private BsonTimestamp time(String command) {
        return shell.timed(command).getTimestamp("operationTime");
    }
}
