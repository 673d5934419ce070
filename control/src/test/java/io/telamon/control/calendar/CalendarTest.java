package io.telamon.control.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telamon.control.store.Store;
import io.telamon.control.store.TestStores;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarTest {

    private static final Clock LATE_IN_THE_DAY =
            Clock.fixed(Instant.parse("2026-01-14T23:59:59Z"), ZoneOffset.ofHours(10));

    @TempDir
    private Path folder;

    private Store store;

    @BeforeEach
    void open() {
        store = TestStores.open(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @CsvSource({
        "serverless, 2025-01-01, SERVERLESS",
        "flex, 2026-01-02, FLEX",
        "Sunset, 2026-01-22, SUNSET",
        "2027-01-15, 2027-01-15, GONE",
    })
    void isConfiguredByAStageOrADay(String setting, LocalDate day, Stage stage) {
        Calendar calendar = calendar(setting);

        assertThat(calendar.day()).isEqualTo(day);
        assertThat(calendar.stage()).isEqualTo(stage);
    }

    @Test
    void hasTodaysDayInUtc() {
        assertThat(calendar("today").day()).isEqualTo("2026-01-14");
        assertThat(calendar("today").showsNoInstances()).isFalse();
        assertThat(calendar("2026-01-15").showsNoInstances()).isTrue();
    }

    @Test
    void keepsWhatItIsSetToForOthersAndLaterStarts() {
        Calendar calendar = calendar("flex");
        assertThat(calendar.setting()).isEqualTo("flex");

        calendar.set("SUNSET");
        assertThat(calendar.setting()).isEqualTo("sunset");
        calendar.set("serverless");

        assertThat(calendar.setting()).isEqualTo("serverless");
        assertThat(unconfigured().stage()).isEqualTo(Stage.SERVERLESS);
        assertThat(unconfigured().isSetWhileRunning()).isTrue();
    }

    @Test
    void isFlexWithoutAnySetting() {
        assertThat(unconfigured().setting()).isEqualTo("flex");
        assertThat(unconfigured().isSetWhileRunning()).isFalse();
    }

    @Test
    void isWhatALaterStartConfiguresWhateverWasSetBefore() {
        Calendar earlier = calendar("flex");
        earlier.set("sunset");

        Calendar later = calendar("serverless");

        assertThat(later.setting()).isEqualTo("serverless");
        assertThat(later.isSetWhileRunning()).isFalse();
        assertThat(unconfigured().setting()).as("what was set is forgotten").isEqualTo("flex");

        later.set("today");
        assertThat(later.setting()).isEqualTo("today");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tomorrow", "2026-02-30", "2026-1-1", "gone"})
    void refusesWhatIsNeitherAStageNorADay(String setting) {
        Calendar calendar = calendar("flex");

        assertThat(Calendar.isKnown(setting)).isFalse();
        assertThatThrownBy(() -> calendar(setting)).hasMessageEndingWith("not " + setting);
        assertThatThrownBy(() -> calendar.set(setting)).isInstanceOf(IllegalArgumentException.class);
        assertThat(calendar.setting()).isEqualTo("flex");
    }

    private Calendar calendar(String setting) {
        return Calendar.start(store, LATE_IN_THE_DAY, Optional.of(setting));
    }

    private Calendar unconfigured() {
        return Calendar.start(store, LATE_IN_THE_DAY, Optional.empty());
    }
}
