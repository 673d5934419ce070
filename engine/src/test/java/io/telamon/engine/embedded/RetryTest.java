package io.telamon.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

class RetryTest extends EmbeddedTest {

    private static String session(int number) {
        return ", lsid: {id: {$uuid: '00000000-0000-4000-8000-000000000001'}}, txnNumber: {$numberLong: '" + number
                + "'}}";
    }

    private int value() {
        return shell.all("c").getFirst().getInt32("a").getValue();
    }

    @Test
    void runsAWriteOnceHoweverOftenItIsSent() {
        insert("c", "{_id: 1, a: 0}");
        String update = "{update: 'c', updates: [{q: {_id: 1}, u: {$inc: {a: 1}}}]";

        BsonDocument first = shell.run(update + session(1));
        BsonDocument again = shell.run(update + session(1));
        shell.run(update + session(2));

        assertThat(again).isEqualTo(first);
        assertThat(value()).isEqualTo(2);
    }

    @Test
    void givesAFindAndModifyAndAnInsertTheirFirstReplyAgain() {
        insert("c", "{_id: 1, a: 0}");
        String modify = "{findAndModify: 'c', query: {_id: 1}, update: {$inc: {a: 1}}, new: true";
        String insert = "{insert: 'c', documents: [{_id: 2}]";

        assertThat(shell.run(modify + session(1))).isEqualTo(shell.run(modify + session(1)));
        assertThat(shell.run(insert + session(2))).isEqualTo(shell.run(insert + session(2)));
        assertThat(value()).isEqualTo(1);
    }

    @Test
    void remembersAcrossARestart() throws Exception {
        insert("c", "{_id: 1, a: 0}");
        String update = "{update: 'c', updates: [{q: {_id: 1}, u: {$inc: {a: 1}}}]";
        BsonDocument first = shell.run(update + session(1));

        restart();

        assertThat(shell.run(update + session(1))).isEqualTo(first);
        assertThat(value()).isEqualTo(1);
    }

    @Test
    void runsAWriteAgainThatWasRefused() {
        assertError(shell.run("{update: 'c', updates: [{q: {}, u: {$bit: {a: {or: 1}}}}]" + session(1)), 238, "$bit");

        assertOk(shell.run("{insert: 'c', documents: [{_id: 1, a: 5}]" + session(1)));
        assertThat(value()).isEqualTo(5);
    }

    @Test
    void refusesAWriteOlderThanTheNewest() {
        assertOk(shell.run("{insert: 'c', documents: [{_id: 1}]" + session(5)));

        assertError(shell.run("{insert: 'c', documents: [{_id: 2}]" + session(4)), 225, "older");
        assertThat(shell.all("c")).hasSize(1);
    }

    @Test
    void needsASession() {
        assertError(
                shell.run("{insert: 'c', documents: [{}], txnNumber: {$numberLong: '1'}}"), 72, "requires a session");
    }
}
