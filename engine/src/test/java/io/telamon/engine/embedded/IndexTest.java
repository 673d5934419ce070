package io.telamon.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexTest extends EmbeddedTest {

    private void index(String description) {
        assertOk(shell.run("{createIndexes: 'c', indexes: [" + description + "]}"));
    }

    /** A collection with an index and one without: both must answer alike. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{a: 5}",
                "{a: 5.0}",
                "{a: null}",
                "{a: 'x3'}",
                "{a: {$in: [1, 'x1', 4]}}",
                "{a: {$in: [1, null]}}",
                "{a: {$gt: 5}}",
                "{a: {$gte: 5, $lt: 8}}",
                "{a: {$lt: 5}}",
                "{a: {$lte: 'x5'}}",
                "{a: {$gt: 3, $lt: 4}}",
                "{a: {$ne: 5}}",
                "{a: {$exists: false}}",
                "{a: /x/}",
                "{a: [1, 9]}",
                "{a: {$elemMatch: {$gt: 8}}}",
                "{a: 3, b: 1}",
                "{b: 1, a: {$gt: 3}}",
                "{$or: [{a: 1}, {a: 2}]}",
                "{a: {$eq: 7}}",
                "{a: {$not: {$gt: 3}}}",
                "{a: {k: 1}}",
                "{'a.k': 1}",
            })
    void findsTheSameWithAnIndexAsWithout(String filter) throws Exception {
        List<BsonDocument> documents = documents();
        assertOk(shell.insertBeside("c", documents));
        assertOk(shell.insertBeside("plain", documents));
        index("{key: {a: 1}, name: 'a'}");
        index("{key: {a: -1, b: 1}, name: 'ab', sparse: true}");
        index("{key: {'a.k': 1}, name: 'ak'}");

        assertThat(sorted("c", filter)).isEqualTo(sorted("plain", filter));

        restart();
        assertThat(sorted("c", filter)).isEqualTo(sorted("plain", filter));
    }

    private List<Integer> sorted(String collection, String filter) {
        return numbers(
                shell.run("{find: '" + collection + "', filter: " + filter + ", sort: {_id: 1}, batchSize: 1000}"),
                "_id");
    }

    private static List<BsonDocument> documents() {
        List<BsonDocument> documents = new ArrayList<>();
        Random random = new Random(5);
        for (int id = 0; id < 300; id++) {
            int number = random.nextInt(12);
            String value = switch (id % 8) {
                case 0 -> "a: 'x" + number + "'";
                case 1 -> "a: null";
                case 2 -> "z: 1";
                case 3 -> "a: [" + number + ", " + random.nextInt(12) + "]";
                case 4 -> "a: {k: " + number % 3 + "}";
                case 5 -> "a: [{k: 1}, {k: " + number + "}]";
                case 6 -> "a: " + number + ".5";
                default -> "a: " + number;
            };
            documents.add(BsonDocument.parse("{_id: " + id + ", " + value + ", b: " + id % 3 + "}"));
        }
        documents.add(BsonDocument.parse("{_id: 300, a: []}"));
        return documents;
    }

    @Test
    void followsUpdatesAndDeletes() {
        assertOk(shell.insertBeside("c", documents()));
        index("{key: {a: 1}, name: 'a'}");

        assertOk(shell.run("{update: 'c', updates: [{q: {a: 7}, u: {$set: {a: 1000}}, multi: true}]}"));
        assertOk(shell.run("{delete: 'c', deletes: [{q: {a: 3}, limit: 0}, {q: {_id: 300}, limit: 1}]}"));

        assertThat(sorted("c", "{a: 7}")).isEmpty();
        assertThat(sorted("c", "{a: 1000}")).isNotEmpty();
        assertThat(sorted("c", "{a: 3}")).isEmpty();
        assertThat(sorted("c", "{_id: 300}")).isEmpty();
    }

    @Test
    void deletesADocumentOfWhichAUniqueIndexHasNothing() {
        index("{key: {a: 1}, name: 'a', unique: true}");
        insert("c", "{_id: 1, a: []}");

        assertThat(shell.run("{delete: 'c', deletes: [{q: {_id: 1}, limit: 1}]}")
                        .getInt32("n")
                        .getValue())
                .isEqualTo(1);
    }

    @Test
    void leavesNothingOfAnIndexThatCouldNotBeBuilt() {
        insert("c", "{_id: 1, a: 1}", "{_id: 2, a: 1}");
        String command = "{createIndexes: 'c', indexes: [{key: {a: 1}, name: 'a', unique: true}]}";

        assertError(shell.run(command), 11000, "E11000");
        assertOk(shell.run("{delete: 'c', deletes: [{q: {_id: 2}, limit: 1}]}"));
        assertOk(shell.run(command));

        BsonDocument again = shell.run("{insert: 'c', documents: [{_id: 3, a: 1}]}");
        assertThat(again.getArray("writeErrors")).hasSize(1);
    }

    @Test
    void dropsAnIndexOfOneCollectionOnly() throws Exception {
        String unique = "indexes: [{key: {a: 1}, name: 'a', unique: true}]}";
        assertOk(shell.run("{createIndexes: 'c', " + unique));
        assertOk(shell.run("{createIndexes: 'd', " + unique));

        assertOk(shell.run("{dropIndexes: 'c', index: 'a'}"));
        restart();

        assertThat(Shell.documents(shell.run("{listIndexes: 'c'}"))).hasSize(1);
        assertThat(Shell.documents(shell.run("{listIndexes: 'd'}")))
                .contains(BsonDocument.parse("{v: 2, key: {a: 1}, name: 'a', unique: true}"));
        insert("d", "{_id: 1, a: 1}");
        assertThat(shell.run("{insert: 'd', documents: [{_id: 2, a: 1}]}")
                        .getInt32("n")
                        .getValue())
                .isZero();
    }

    @Test
    void dropsAllButThatOfTheId() {
        index("{key: {a: 1}, name: 'a'}, {key: {b: 1}, name: 'b'}");
        assertOk(shell.run("{createIndexes: 'd', indexes: [{key: {z: 1}, name: 'z'}]}"));

        assertOk(shell.run("{dropIndexes: 'c', index: '*'}"));

        assertThat(Shell.documents(shell.run("{listIndexes: 'c'}"))).hasSize(1);
        assertError(shell.run("{dropIndexes: 'c', index: '_id_'}"), 72, "_id");
        assertError(shell.run("{dropIndexes: 'c', index: 'nope'}"), 27, "nope");
    }

    @Test
    void takesIndexesAlongWhenACollectionIsRenamed() throws Exception {
        index("{key: {a: 1}, name: 'a', unique: true}");
        insert("c", "{_id: 1, a: 1}");

        assertOk(shell.on("admin", "{renameCollection: 'test.c', to: 'test.d'}"));
        restart();

        assertThat(shell.run("{insert: 'd', documents: [{_id: 2, a: 1}]}")
                        .getInt32("n")
                        .getValue())
                .isZero();
        insert("c", "{_id: 9, a: 1}");
        assertThat(ids(shell.run("{find: 'd'}"))).containsExactly(new BsonInt32(1));
    }

    @Test
    void refusesWhatStandsInTheWay() {
        index("{key: {a: 1}, name: 'a'}");

        assertOk(shell.run("{createIndexes: 'c', indexes: [{key: {a: 1}, name: 'a'}]}"));
        assertError(shell.run("{createIndexes: 'c', indexes: [{key: {a: 1}, name: 'other'}]}"), 85, "different name");
        assertError(shell.run("{createIndexes: 'c', indexes: [{key: {b: 1}, name: 'a'}]}"), 86, "same name");
        assertThat(shell.run("{createIndexes: 'd', indexes: [{key: {a: 1}, name: 'a'}]}"))
                .isEqualTo(BsonDocument.parse(
                        "{numIndexesBefore: 1, numIndexesAfter: 2, createdCollectionAutomatically: true, ok: 1.0}"));
    }

    @Test
    void countsBytesOfDocumentsAndIndexes() throws Exception {
        assertOk(shell.insertBeside("c", List.of(new BsonDocument("t", new BsonString("x".repeat(10_000))))));
        index("{key: {t: 1}, name: 't'}");
        var full = engine.size(CLUSTER);

        assertThat(full.dataBytes()).isBetween(10_000L, 10_100L);
        assertThat(full.indexBytes()).isBetween(10_000L, 10_200L);
        restart();
        assertThat(engine.size(CLUSTER)).isEqualTo(full);
        assertOk(shell.run("{delete: 'c', deletes: [{q: {}, limit: 0}]}"));
        assertThat(engine.size(CLUSTER).total()).isZero();
        assertOk(shell.run("{drop: 'c'}"));
        assertThat(engine.size(CLUSTER).total()).isZero();
    }
}
