package io.telamon.control.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-27, 2026-11-27T00:00:00Z",
        "2026-11-27T10:20:30Z, 2026-11-27T10:20:30Z",
        "2026-11-27t10:20:30z, 2026-11-27T10:20:30Z",
        "2026-11-27T10:20:30, 2026-11-27T10:20:30Z",
        "2026-11-27T10:20Z, 2026-11-27T10:20:00Z",
        "2026-11-27T10:20:30.123Z, 2026-11-27T10:20:30.123Z",
        "2026-11-27T10:20:30+02:00, 2026-11-27T08:20:30Z",
        "2026-11-27T10:20:30+0200, 2026-11-27T08:20:30Z",
        "2026-11-27T10:20:30-0930, 2026-11-27T19:50:30Z",
        "2026-11-27T10:20:30+02, 2026-11-27T08:20:30Z"
    })
    void areReadInTheFormsOfIso8601(String text, String moment) {
        assertThat(Timestamps.parse(text)).contains(Instant.parse(moment));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "today",
                "2026-11",
                "2026-13-01",
                "2026-02-30",
                "27.11.2026",
                "2026-11-27Z",
                "2026-11-27T",
                "2026-11-27 10:20:30Z",
                "2026-11-27T24:00:01Z",
                "2026-11-27T10:20:30+25:00",
                "2026-11-27T10:20:30Z+02:00",
                "1764230400",
                "10000-01-01",
                "-0001-01-01"
            })
    void areNotGuessed(String text) {
        assertThat(Timestamps.parse(text)).isEmpty();
    }

    @Test
    void areWrittenToTheSecond() {
        Json json = new Json();
        Instant moment = Instant.parse("2026-11-27T10:20:30.987Z");

        assertThat(new String(json.bytes(new Dated(moment), false), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("{\"at\":\"2026-11-27T10:20:30Z\"}");
        assertThat(json.value(json.text(new Dated(moment)), Dated.class))
                .as("what is stored")
                .isEqualTo(new Dated(moment));
    }

    private record Dated(Instant at) {}
}
