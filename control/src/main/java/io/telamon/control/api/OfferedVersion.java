package io.telamon.control.api;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A version in which an operation is offered.
 *
 * @param deprecated the day from which answers announce the deprecation (RFC 9745)
 * @param sunset the day from which the version is gone (RFC 8594)
 * @param formats the suffixes of its media types, {@code json} for example
 */
public record OfferedVersion(
        ResourceVersion version, Optional<LocalDate> deprecated, Optional<LocalDate> sunset, Set<String> formats) {

    public OfferedVersion {
        formats = Set.copyOf(formats);
    }

    private static final DateTimeFormatter HTTP_DAY =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy '00:00:00 GMT'", Locale.ENGLISH);

    /** The same version with an announced end. */
    public OfferedVersion ending(String deprecatedOn, String sunsetOn) {
        return new OfferedVersion(
                version, Optional.of(LocalDate.parse(deprecatedOn)), Optional.of(LocalDate.parse(sunsetOn)), formats);
    }

    /** Whether its end, or at least its deprecation, is announced. */
    public boolean isDeprecated() {
        return deprecated.isPresent() || sunset.isPresent();
    }

    /** Announces deprecation and sunset in the recorded form. */
    public void publish(Map<String, String> headers) {
        deprecated.ifPresent(day -> headers.put("Deprecation", HTTP_DAY.format(day)));
        sunset.ifPresent(day -> headers.put("Sunset", HTTP_DAY.format(day)));
    }

    /** Whether the version has come to its end. */
    public boolean isGoneOn(LocalDate day) {
        return sunset.filter(end -> !day.isBefore(end)).isPresent();
    }
}
