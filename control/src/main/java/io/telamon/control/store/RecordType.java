package io.telamon.control.store;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What reflection tells of a type of records, kept for each class: reflection itself gives other objects each time, whose
 * first use is dear. Safe for use by many threads.
 */
public final class RecordType {

    private static final ClassValue<RecordType> TYPES = new ClassValue<>() {
        @Override
        protected RecordType computeValue(Class<?> type) {
            return new RecordType(type);
        }
    };

    private final Constructor<?> constructor;
    private final Map<String, Component> components = new LinkedHashMap<>();

    private RecordType(Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            component.getAccessor().setAccessible(true);
            components.put(component.getName(), new Component(component.getGenericType(), component.getAccessor()));
        }
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            this.constructor = type.getDeclaredConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type + " has no constructor of a record", e);
        }
        constructor.setAccessible(true);
    }

    /** That of a class of records. */
    public static RecordType of(Class<?> type) {
        return TYPES.get(type);
    }

    /** The components by name, in their order. */
    public Map<String, Component> components() {
        return components;
    }

    /** The parameters of the constructor, which have the annotations of the components. */
    List<Parameter> parameters() {
        return List.of(constructor.getParameters());
    }

    /**
     * A record of these components.
     *
     * @throws IllegalArgumentException when a value does not fit, or the record refuses it
     */
    public Object make(@Nullable Object... values) {
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            String name = constructor.getDeclaringClass().getSimpleName();
            throw new IllegalArgumentException("these are not the components of a " + name, e);
        }
    }

    /** A component of a record. */
    public record Component(Type type, Method accessor) {

        /** The value that a record has. */
        public @Nullable Object read(Record from) {
            try {
                return accessor.invoke(from);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalArgumentException("cannot read " + accessor, e);
            }
        }
    }
}
