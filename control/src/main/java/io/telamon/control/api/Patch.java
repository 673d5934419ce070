package io.telamon.control.api;

import io.telamon.control.store.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes records as a PATCH asks: what the change leaves out stays as it is. */
public final class Patch {

    private Patch() {}

    /**
     * The record with each component replaced that the change has under the same name and that is not {@code null} there,
     * nor an empty {@link Optional}. A component that is an {@code Optional} takes a plain value too. Lists and records
     * are replaced as a whole.
     *
     * @throws IllegalArgumentException when components of the same name have types that do not fit: a fault of the program
     */
    @SuppressWarnings("unchecked") // a record of the same type as the one before
    public static <T extends Record> T applied(T before, Record change) {
        RecordType type = RecordType.of(before.getClass());
        Map<String, RecordType.Component> changes =
                RecordType.of(change.getClass()).components();
        List<@Nullable Object> values = new ArrayList<>();
        type.components().forEach((name, component) -> {
            RecordType.Component changed = changes.get(name);
            Object replacement = changed == null ? null : changed.read(change);
            Object kept = component.read(before);
            values.add(isAbsent(replacement) ? kept : fitted(replacement, kept));
        });
        return (T) type.make(values.toArray());
    }

    private static boolean isAbsent(@Nullable Object replacement) {
        return replacement == null || replacement.equals(Optional.empty());
    }

    /** The replacement in an {@code Optional} where the record has one, else without. */
    private static @Nullable Object fitted(@Nullable Object replacement, @Nullable Object kept) {
        Object plain = replacement instanceof Optional<?> wrapped ? wrapped.orElse(null) : replacement;
        return kept instanceof Optional<?> ? Optional.ofNullable(plain) : plain;
    }
}
