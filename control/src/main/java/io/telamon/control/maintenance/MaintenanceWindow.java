package io.telamon.control.maintenance;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Patch;
import io.telamon.control.api.ReadOnly;
import io.telamon.control.store.StoredAsJson;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When maintenance of a project's clusters may start, or a change of that.
 *
 * @param dayOfWeek 1, Sunday, to 7, Saturday; absent until a window is defined
 * @param hourOfDay 0 to 23
 */
@Valid
@StoredAsJson
@ReadOnly({"numberOfDeferrals", "timeZoneId"})
public record MaintenanceWindow(
        @Nullable Boolean autoDeferOnceEnabled,
        @Nullable Integer dayOfWeek,
        @Nullable Integer hourOfDay,
        @Nullable Integer numberOfDeferrals,
        @Nullable @Valid ProtectedHours protectedHours,
        @Nullable Boolean startASAP,
        @Nullable String timeZoneId) {

    static final MaintenanceWindow UNDEFINED = new MaintenanceWindow(false, null, null, 0, null, false, "UTC");

    /** Hours of the day, 0 to 23, between which no maintenance starts. */
    @Valid
    public record ProtectedHours(
            @NotNull @Min(0) @Max(23) Integer endHourOfDay,
            @NotNull @Min(0) @Max(23) Integer startHourOfDay) {}

    boolean isUndefined() {
        return dayOfWeek == null;
    }

    boolean differsInTime(MaintenanceWindow other) {
        return !Objects.equals(dayOfWeek, other.dayOfWeek)
                || !Objects.equals(hourOfDay, other.hourOfDay)
                || !Objects.equals(protectedHours, other.protectedHours);
    }

    boolean defers() {
        return Boolean.TRUE.equals(autoDeferOnceEnabled);
    }

    /** The same with automatic deferral switched on or off. */
    MaintenanceWindow toggled() {
        return Patch.applied(this, new MaintenanceWindow(!defers(), null, null, null, null, null, null));
    }

    /** Refuses a day or hour that there is not, and to start maintenance, as none is ever scheduled here. */
    MaintenanceWindow checked() {
        ErrorCode.ATLAS_MAINTENANCE_WINDOW_NOT_DEFINED.refuseIf(isUndefined());
        ErrorCode.ATLAS_INVALID_MAINTENANCE_WINDOW_DAY_OF_WEEK.refuseOutside(1, 7, dayOfWeek);
        ErrorCode.ATLAS_INVALID_MAINTENANCE_WINDOW_HOUR_OF_DAY.refuseOutside(0, 23, hourOfDay);
        ErrorCode.ATLAS_MAINTENANCE_NOT_SCHEDULED.refuseIf(Boolean.TRUE.equals(startASAP));
        return this;
    }
}
