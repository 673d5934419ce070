package io.telamon.control.api;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.DateTimeException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Resolves the {@code Accept} header, whose media types are the same in any case (RFC 9110, section 8.3.1), to the newest
 * version of the resource that is not after the date asked for.
 */
final class VersionFilter implements RequestFilter {

    private static final Pattern VERSIONED =
            Pattern.compile("application/vnd\\.atlas\\.(\\d{4}-\\d{2}-\\d{2}|preview)\\+([a-z]+)");

    /** Of the {@code Accept} headers that are remembered, the characters and what an entry takes besides; clients send few different ones. */
    private static final int MOST_REMEMBERED = 65_536;

    private static final int ENTRY = 256;

    private final Cache<List<String>, Optional<Asked>> askedBy = Caffeine.newBuilder()
            .maximumWeight(MOST_REMEMBERED)
            .<List<String>, Optional<Asked>>weigher((headers, asked) ->
                    ENTRY + headers.stream().mapToInt(String::length).sum())
            .build();

    @Override
    public void pass(Exchange exchange) {
        Operation operation = exchange.operation();
        if (!operation.surface().versioned()) {
            return;
        }
        OfferedVersion version = requireNonNull(
                        askedBy.get(List.copyOf(exchange.request().headers("Accept")), VersionFilter::asked))
                .flatMap(asked -> newestNotAfter(operation, asked))
                .orElseThrow(ErrorCode.INVALID_VERSION_DATE::about);
        exchange.resolvedTo(version);
    }

    private static Optional<OfferedVersion> newestNotAfter(Operation operation, Asked asked) {
        return operation.versions().reversed().stream()
                .filter(offered -> offered.version().compareTo(asked.version()) <= 0)
                .findFirst()
                .filter(offered -> offered.formats().contains(asked.format()));
    }

    private static Optional<Asked> asked(List<String> headers) {
        return headers.stream()
                .flatMap(header -> Pattern.compile(",").splitAsStream(header))
                .map(range -> range.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .map(VERSIONED::matcher)
                .filter(Matcher::matches)
                .findFirst()
                .flatMap(VersionFilter::asked);
    }

    private static Optional<Asked> asked(Matcher matcher) {
        try {
            return Optional.of(new Asked(ResourceVersion.of(matcher.group(1)), matcher.group(2)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** What a media type of the {@code Accept} header asks for. */
    private record Asked(ResourceVersion version, String format) {}
}
