package io.telamon.control.monitoring.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

/** Lines as MongoDB writes them. */
class LogLineTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.250Z");

    @Test
    void tellsOfAConnection() {
        BsonDocument line = BsonDocument.parse(LogLine.of(SomeActivity.accepted(NOON, 0)));

        assertThat(line.keySet()).containsExactly("t", "s", "c", "id", "svc", "ctx", "msg", "attr");
        assertThat(LogLine.of(SomeActivity.accepted(NOON, 0)))
                .startsWith("{\"t\": {\"$date\": \"2026-03-01T12:00:00.250+00:00\"}, \"s\": \"I\", \"c\": \"NETWORK\"");
        assertThat(line.getInt32("id").getValue()).isEqualTo(22943);
        assertThat(line.getDocument("attr").getString("remote").getValue()).isEqualTo("10.0.0.1:5000");
        assertThat(line.getDocument("attr").getNumber("connectionCount").intValue())
                .isEqualTo(3);
    }

    @Test
    void tellsOfLogins() {
        BsonDocument success =
                BsonDocument.parse(LogLine.of(SomeActivity.login(NOON, 0, "10.0.0.1", Optional.empty())));
        BsonDocument unknown = BsonDocument.parse(
                LogLine.of(SomeActivity.login(NOON, 0, "10.0.0.1", Optional.of("UserNotFound: none"))));

        assertThat(success.getString("msg").getValue()).isEqualTo("Successfully authenticated");
        assertThat(success.getDocument("attr").getInt32("result").getValue()).isZero();
        assertThat(unknown.getString("msg").getValue()).isEqualTo("Failed to authenticate");
        assertThat(unknown.getString("c").getValue()).isEqualTo("ACCESS");
        assertThat(unknown.getDocument("attr").getInt32("result").getValue()).isEqualTo(11);
    }

    @Test
    void tellsOfSlowQueriesAndNotTheWholeOfLargeOnes() {
        BsonDocument line = BsonDocument.parse(
                LogLine.of(SomeActivity.slow(NOON, "shop.carts", "{'find':'carts','filter':{'a':1}}", 150)));
        String large = LogLine.of(SomeActivity.slow(
                NOON, "shop.carts", "{'find':'carts','filter':{'a':'" + "x".repeat(20_000) + "'}}", 150));

        assertThat(line.getString("msg").getValue()).isEqualTo("Slow query");
        assertThat(line.getDocument("attr").getString("ns").getValue()).isEqualTo("shop.carts");
        assertThat(line.getDocument("attr").getNumber("durationMillis").intValue())
                .isEqualTo(150);
        assertThat(line.getDocument("attr").getNumber("nreturned").intValue()).isEqualTo(4);
        assertThat(large).hasSizeLessThan(2000);
        assertThat(BsonDocument.parse(large).getDocument("attr").getDocument("command"))
                .containsKeys("find", "$truncated");
    }
}
