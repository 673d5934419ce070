package io.telamon.control.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.gateway.spi.directory.TierLimit;
import io.telamon.gateway.spi.directory.TierLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The limits of the tiers are those that {@code docs/gateway.md} lists. */
class ClusterTierTest {

    private static final Path PAGE = Path.of("../docs/gateway.md");

    /** A row: what is limited, the attribute of the limit, the values for free, flex and serverless, what happens. */
    private static final Pattern ROW = Pattern.compile(
            "^\\| [^|]+ \\| `(\\w+)` \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\| [^|]+ \\|$", Pattern.MULTILINE);

    private static final Pattern VALUE = Pattern.compile("([\\d ]+\\d|\\d|0\\.5)(?: (GB|TB|bytes|levels))?");

    @Test
    void limitsAreThoseOfTheDocumentation() throws IOException {
        Map<String, String> documented = new HashMap<>();
        Matcher rows = ROW.matcher(Files.readString(PAGE));
        while (rows.find()) {
            documented.put(
                    rows.group(1), value(rows.group(2)) + " " + value(rows.group(3)) + " " + value(rows.group(4)));
        }

        Map<String, String> known = new HashMap<>();
        TierLimits free = ClusterTier.of(Cluster.Kind.FREE).limits();
        TierLimits flex = ClusterTier.of(Cluster.Kind.FLEX).limits();
        TierLimits serverless = ClusterTier.of(Cluster.Kind.SERVERLESS).limits();
        for (TierLimit limit : TierLimit.values()) {
            known.put(attribute(limit), free.of(limit) + " " + flex.of(limit) + " " + serverless.of(limit));
        }
        assertThat(documented).isEqualTo(known);
    }

    private static String attribute(TierLimit limit) {
        String[] words = limit.name().toLowerCase(Locale.ROOT).split("_", -1);
        return words[0]
                + Arrays.stream(words)
                        .skip(1)
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .reduce("", String::concat);
    }

    private static long value(String text) {
        if (text.equals("none")) {
            return Long.MAX_VALUE;
        }
        Matcher value = VALUE.matcher(text);
        assertThat(value.matches()).as(text).isTrue();
        double number = Double.parseDouble(value.group(1).replace(" ", ""));
        String unit = value.group(2);
        long bytes = "GB".equals(unit) ? 1L << 30 : "TB".equals(unit) ? 1L << 40 : 1;
        return (long) (number * bytes);
    }
}
