package io.telamon.control.api;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
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
    public static <T extends Record> T applied(T before, Record change) {
        RecordComponent[] components = before.getClass().getRecordComponents();
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            Object replacement = value(change, components[i].getName());
            Object kept = read(components[i], before);
            values[i] = replacement == null ? kept : fitted(replacement, components[i].getType());
        }
        return make(before, components, values);
    }

    private static @Nullable Object value(Record change, String name) {
        return Arrays.stream(change.getClass().getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .findFirst()
                .map(component -> read(component, change))
                .filter(value -> !value.equals(Optional.empty()))
                .orElse(null);
    }

    private static Object fitted(Object replacement, Class<?> type) {
        boolean wrapped = replacement instanceof Optional<?>;
        if (type == Optional.class && !wrapped) {
            return Optional.of(replacement);
        }
        return type != Optional.class && replacement instanceof Optional<?> optional
                ? optional.orElseThrow()
                : replacement;
    }

    private static Object read(RecordComponent component, Record from) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(from);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException("cannot read " + component, e);
        }
    }

    @SuppressWarnings("unchecked") // the constructor of the record's own class
    private static <T extends Record> T make(T before, RecordComponent[] components, @Nullable Object[] values) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<? extends Record> constructor = before.getClass().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return (T) constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    "cannot change a " + before.getClass().getSimpleName(), e);
        }
    }
}
