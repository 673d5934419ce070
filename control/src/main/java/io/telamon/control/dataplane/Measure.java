package io.telamon.control.dataplane;

import io.telamon.gateway.api.MeterReading;
import io.telamon.gateway.api.OperationKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Something that history keeps of a cluster. Counts are kept as what was added, levels as the highest that was seen. */
public enum Measure {
    CONNECTIONS(true, MeterReading::connections),
    CONNECTIONS_OPENED(false, MeterReading::connectionsOpened),
    CONNECTIONS_REFUSED(false, MeterReading::connectionsRefused),
    AUTHENTICATION_FAILURES(false, MeterReading::authenticationFailures),
    INSERTS(OperationKind.INSERT),
    QUERIES(OperationKind.QUERY),
    UPDATES(OperationKind.UPDATE),
    DELETES(OperationKind.DELETE),
    GETMORES(OperationKind.GETMORE),
    COMMANDS(OperationKind.COMMAND),
    BYTES_IN(false, MeterReading::bytesIn),
    BYTES_OUT(false, MeterReading::bytesOut),
    THROTTLED_OPERATIONS(false, MeterReading::throttledOperations),
    THROTTLED_MILLIS(false, reading -> reading.throttled().toMillis()),
    READ_UNITS(false, MeterReading::readUnits),
    WRITE_UNITS(false, MeterReading::writeUnits),
    LOGICAL_BYTES(true, MeterReading::logicalBytes);

    static final List<Measure> ALL = List.of(values());

    private final boolean level;
    private final @Nullable OperationKind kind;

    @SuppressWarnings("ImmutableEnumChecker") // the functions keep nothing
    private final ToLongFunction<MeterReading> value;

    Measure(boolean level, ToLongFunction<MeterReading> value) {
        this(level, null, value);
    }

    Measure(OperationKind kind) {
        this(false, kind, reading -> reading.operations().getOrDefault(kind, 0L));
    }

    Measure(boolean level, @Nullable OperationKind kind, ToLongFunction<MeterReading> value) {
        this.level = level;
        this.kind = kind;
        this.value = value;
    }

    /** The kind of operations that it counts, if it does. */
    Optional<OperationKind> operations() {
        return Optional.ofNullable(kind);
    }

    boolean isLevel() {
        return level;
    }

    long of(MeterReading reading) {
        return value.applyAsLong(reading);
    }

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its name in answers: {@code bytesIn}. */
    String attribute() {
        String[] words = column().split("_", -1);
        return words[0]
                + Arrays.stream(words)
                        .skip(1)
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .reduce("", String::concat);
    }
}
