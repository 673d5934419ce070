package io.telamon.control.api;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Resolves the {@code Accept} header to the newest version of the resource that is not after the date asked for, and
 * announces the end of deprecated versions.
 */
final class ResolveVersion implements Stop {

    private static final Pattern VERSIONED = Pattern.compile("application/vnd\\.atlas\\.(\\d{4}-\\d{2}-\\d{2})\\+json");
    private final Clock clock;

    ResolveVersion(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void pass(Exchange exchange) {
        Operation operation = exchange.operation();
        if (operation.versions().isEmpty()) {
            return;
        }
        OfferedVersion version = requested(exchange.request())
                .flatMap(date -> newestNotAfter(operation, date))
                .orElseThrow(ErrorCode.INVALID_VERSION_DATE::about);
        exchange.resolvedTo(version);
        if (!operation.judgedByCalendar()) {
            requirePresent(version, exchange);
            version.announce(exchange.answerHeaders());
        }
    }

    private void requirePresent(OfferedVersion version, Exchange exchange) {
        if (version.isGoneOn(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))) {
            throw ErrorCode.VERSION_GONE.about(
                    version.version().toString(), exchange.request().rawPath());
        }
    }

    private static Optional<OfferedVersion> newestNotAfter(Operation operation, ResourceVersion date) {
        return operation.versions().reversed().stream()
                .filter(offered -> offered.version().compareTo(date) <= 0)
                .findFirst();
    }

    private static Optional<ResourceVersion> requested(HttpRequest request) {
        return request.headers("Accept").stream()
                .flatMap(header -> Pattern.compile(",").splitAsStream(header))
                .map(range -> range.split(";", 2)[0].strip())
                .map(VERSIONED::matcher)
                .filter(Matcher::matches)
                .findFirst()
                .flatMap(matcher -> version(matcher.group(1)));
    }

    private static Optional<ResourceVersion> version(String date) {
        try {
            return Optional.of(ResourceVersion.of(date));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
