package io.telamon.control.api;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A version in which an operation is offered.
 *
 * @param deprecated the day from which answers announce the deprecation (RFC 9745)
 * @param sunset the day from which the version is gone (RFC 8594)
 */
public record OfferedVersion(ResourceVersion version, Optional<LocalDate> deprecated, Optional<LocalDate> sunset) {

    /** A version that is here to stay. */
    public static OfferedVersion of(String date) {
        return new OfferedVersion(ResourceVersion.of(date), Optional.empty(), Optional.empty());
    }

    /** The same version with an announced end. */
    public OfferedVersion ending(String deprecatedOn, String sunsetOn) {
        return new OfferedVersion(
                version, Optional.of(LocalDate.parse(deprecatedOn)), Optional.of(LocalDate.parse(sunsetOn)));
    }

    boolean isGoneOn(LocalDate day) {
        return sunset.filter(end -> !day.isBefore(end)).isPresent();
    }
}
