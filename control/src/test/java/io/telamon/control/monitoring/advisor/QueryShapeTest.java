package io.telamon.control.monitoring.advisor;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.monitoring.log.LogEntry;
import io.telamon.control.monitoring.log.LogKind;
import io.telamon.gateway.model.ClusterId;
import java.time.Instant;
import java.util.Optional;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What queries look for, and the index that serves it. */
class QueryShapeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{find:'c', filter:{b:1, a:'x'}} | {a=1, b=1}",
                "{find:'c', filter:{a:{$gt:1}, b:2}, sort:{c:-1}} | {b=1, c=-1, a=1}",
                "{find:'c', filter:{a:{$in:[1]}, b:{$eq:2}}} | {a=1, b=1}",
                "{find:'c', filter:{$and:[{a:1},{b:{$lt:1}}]}} | {a=1, b=1}",
                "{find:'c', filter:{a:1, $or:[{b:1},{c:1}]}} | {a=1}",
                "{find:'c', filter:{a:/x/, _id:{$gt:1}}} | {_id=1, a=1}",
                "{find:'c', sort:{a:1, b:-1}} | {a=1, b=-1}",
                "{find:'c', filter:{a:1}, sort:{a:-1}} | {a=1}",
                "{find:'c', filter:{'a.b':1}} | {a.b=1}",
                "{count:'c', query:{a:1}} | {a=1}",
                "{distinct:'c', key:'x', query:{a:1}} | {a=1}",
                "{update:'c', updates:[{q:{a:1}, u:{}}]} | {a=1}",
                "{delete:'c', deletes:[{q:{a:1}, limit:1}]} | {a=1}",
                "{findAndModify:'c', query:{a:1}, sort:{b:1}} | {a=1, b=1}",
                "{aggregate:'c', pipeline:[{$match:{a:1}},{$sort:{b:-1}}]} | {a=1, b=-1}",
                "{aggregate:'c', pipeline:[{$sort:{b:-1}}]} | {b=-1}"
            })
    void hasEqualityThenSortThenRange(String command, String index) {
        assertThat(shape(command).orElseThrow().index()).hasToString(index);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{find:'c'}",
                "{find:'c', filter:{_id:1}}",
                "{find:'c', filter:{$or:[{a:1}]}}",
                "{find:'c', filter:{$expr:{$eq:['$a',1]}}}",
                "{insert:'c', documents:[{a:1}]}",
                "{getMore:5, collection:'c'}",
                "{aggregate:'c', pipeline:[{$group:{_id:'$a'}},{$sort:{b:1}}]}",
                "{find:'c', $truncated:'x'}"
            })
    void isNoneWhereNoIndexHelps(String command) {
        assertThat(shape(command)).isEmpty();
    }

    @Test
    void isTheSameWhateverTheValues() {
        assertThat(shape("{find:'c', filter:{a:1, b:{$gt:5}}}"))
                .isEqualTo(shape("{find:'c', filter:{b:{$lt:'x'}, a:[7]}}"));
        assertThat(shape("{find:'c', filter:{a:1}}")).isNotEqualTo(shape("{find:'c', filter:{a:{$gt:1}}}"));
    }

    private static Optional<QueryShape> shape(String command) {
        BsonDocument attributes =
                BsonDocument.parse("{ns:'shop.c', durationMillis:100, reslen:1, command:" + command + "}");
        LogEntry entry = new LogEntry(
                new ClusterId("cccccccccccccccccccccccc"),
                "1",
                Instant.EPOCH,
                0,
                LogKind.SLOW_QUERY,
                new BsonDocument("attr", attributes).toJson(),
                null,
                null,
                "shop.c");
        return QueryShape.of(SlowQuery.of(entry));
    }
}
