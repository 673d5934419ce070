package io.telamon.control.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StageTest {

    @ParameterizedTest
    @CsvSource({
        "2020-01-01, SERVERLESS",
        "2025-02-04, SERVERLESS",
        "2025-02-05, FLEX",
        "2026-01-21, FLEX",
        "2026-01-22, SUNSET",
        "2027-01-14, SUNSET",
        "2027-01-15, GONE",
        "2030-01-01, GONE",
    })
    void beginsOnTheDayOfTheService(LocalDate day, Stage stage) {
        assertThat(Stage.on(day)).isEqualTo(stage);
    }

    @ParameterizedTest
    @EnumSource
    void hasATypicalDay(Stage stage) {
        assertThat(Stage.on(stage.typicalDay())).isEqualTo(stage);
    }

    @ParameterizedTest
    @CsvSource({"2026-01-14, false", "2026-01-15, true", "2026-01-22, true"})
    void showsNoInstancesFromThe15thOfJanuary(LocalDate day, boolean shown) {
        assertThat(Stage.showsNothingOn(day)).isEqualTo(shown);
    }
}
