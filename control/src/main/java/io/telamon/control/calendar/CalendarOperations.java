package io.telamon.control.calendar;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Violation;
import io.telamon.control.module.ApiModule;
import io.telamon.gateway.model.ProjectId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The operations with which a tester moves the calendar. */
public final class CalendarOperations implements ApiModule {

    private final Calendar calendar;
    private final ToIntFunction<Optional<ProjectId>> migrateToFlex;

    /**
     * Operations over a calendar.
     *
     * @param migrateToFlex migrates the serverless instances of one project, or of all, and says how many
     */
    public CalendarOperations(Calendar calendar, ToIntFunction<Optional<ProjectId>> migrateToFlex) {
        this.calendar = calendar;
        this.migrateToFlex = migrateToFlex;
    }

    @Override
    public void bind(Operations api) {
        api.serve("getCalendar", call -> view());
        api.serve("setCalendar", CalendarSetting.class, this::set);
        api.serve("migrateServerlessInstances", MigrationRequest.class, this::migrate);
    }

    /**
     * What the calendar is to be set to.
     *
     * @param calendar the name of a stage, a day, or {@code today}
     */
    @Valid
    public record CalendarSetting(@NotNull String calendar) {}

    /**
     * Which serverless instances are to be migrated.
     *
     * @param groupId their project; all projects when it is absent
     */
    @Valid
    public record MigrationRequest(
            @Nullable @Pattern(regexp = "[a-f0-9]{24}", message = "must be the id of a project")
            String groupId) {}

    /** The calendar as it is. */
    public record CalendarView(String calendar, LocalDate date, String stage) {}

    /** How many instances have become flex clusters. */
    public record MigrationView(int migratedInstances) {}

    private CalendarView view() {
        return new CalendarView(
                calendar.setting(), calendar.day(), calendar.stage().name().toLowerCase(Locale.ROOT));
    }

    private CalendarView set(Call<CalendarSetting> call) {
        String setting = call.body().calendar();
        if (!Calendar.isKnown(setting)) {
            throw ErrorCode.VALIDATION_ERROR.because(
                    List.of(new Violation(
                            "calendar", "must be serverless, flex, sunset, today, or a day such as 2025-06-30")),
                    "calendar " + setting + " is unknown");
        }
        calendar.set(setting);
        return view();
    }

    private MigrationView migrate(Call<MigrationRequest> call) {
        return new MigrationView(migrateToFlex.applyAsInt(
                Optional.ofNullable(call.body().groupId()).map(ProjectId::new)));
    }
}
