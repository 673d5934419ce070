package io.telamon.documents.expression;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.value.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Time zones by the names of the Olson database or an offset as {@code +05:30}, {@code +0530}, {@code +05}. */
final class TimeZones {
    static final TimeZones UTC = new TimeZones(null, 0);

    private static final Pattern OFFSET = Pattern.compile("([+-])([0-9]{2})(?::?([0-9]{2}))?");
    private static final Set<String> NAMES = ZoneId.getAvailableZoneIds();
    private static final ConcurrentHashMap<String, TimeZones> KNOWN = new ConcurrentHashMap<>();

    private final @Nullable ZoneRules rules;
    private final long offset;

    private TimeZones(@Nullable ZoneRules rules, long offset) {
        this.rules = rules;
        this.offset = offset;
    }

    /** The zone of a value; null for null. Error 40517 for other types than strings, 40485 for unknown names. */
    static @Nullable TimeZones of(Value value) {
        return value.isNullish()
                ? null
                : of(Args.string(value, 40517, "timezone").text());
    }

    /** The zone of a name. */
    static TimeZones of(String name) {
        TimeZones known = KNOWN.get(name);
        if (known == null) {
            known = find(name);
            KNOWN.putIfAbsent(name, known);
        }
        return known;
    }

    private static TimeZones find(String name) {
        Matcher matcher = OFFSET.matcher(name);
        if (matcher.matches()) {
            int minutes = Integer.parseInt(matcher.group(2)) * 60
                    + (matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3)));
            return new TimeZones(null, (matcher.group(1).equals("-") ? -60_000L : 60_000L) * minutes);
        }
        switch (name) {
            case "UTC", "GMT" -> {
                return UTC;
            }
            case "EST" -> {
                return new TimeZones(null, -5 * 3_600_000L);
            }
            case "MST" -> {
                return new TimeZones(null, -7 * 3_600_000L);
            }
            case "HST" -> {
                return new TimeZones(null, -10 * 3_600_000L);
            }
            default -> {}
        }
        if (NAMES.contains(name) && !name.startsWith("SystemV/")) {
            return new TimeZones(ZoneId.of(name).getRules(), 0);
        }
        throw new CommandException(40485, "unrecognized time zone identifier: \"" + name + "\"");
    }

    /** Whether this is UTC by name or offset. */
    boolean isUtc() {
        return rules == null && offset == 0;
    }

    /** The offset from UTC in milliseconds at a point in time. */
    long offset(long milliseconds) {
        if (rules == null) {
            return offset;
        }
        try {
            return rules.getOffset(Instant.ofEpochMilli(milliseconds)).getTotalSeconds() * 1000L;
        } catch (DateTimeException _) {
            return 0;
        }
    }

    /** Local milliseconds of a point in time. */
    long toLocal(long milliseconds) {
        return milliseconds + offset(milliseconds);
    }

    /** The point in time of local milliseconds; the earlier offset where clocks are changed. */
    long fromLocal(long local) {
        if (rules == null) {
            return local - offset;
        }
        LocalDateTime time = LocalDateTime.ofEpochSecond(Math.floorDiv(local, 1000L), 0, ZoneOffset.UTC);
        return local - rules.getOffset(time).getTotalSeconds() * 1000L;
    }
}
