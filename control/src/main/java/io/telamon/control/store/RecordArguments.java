package io.telamon.control.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.NamedArgumentFinder;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * The components of a record as named arguments of a statement: {@code :projectId} is the component {@code projectId},
 * {@code :hosts.label} the component {@code label} of the record that is the component {@code hosts}.
 */
public final class RecordArguments implements NamedArgumentFinder {

    /** Reflection gives other objects each time, whose first use is dear: they are kept for each class. */
    private static final ClassValue<Map<String, Component>> COMPONENTS = new ClassValue<>() {
        @Override
        protected Map<String, Component> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .collect(Collectors.toUnmodifiableMap(RecordComponent::getName, Component::of));
        }
    };

    private final Record record;

    private RecordArguments(Record record) {
        this.record = record;
    }

    /** The components of that record, for {@code bindNamedArgumentFinder}. */
    public static NamedArgumentFinder of(Record record) {
        return new RecordArguments(record);
    }

    @Override
    public Optional<Argument> find(String name, StatementContext context) {
        return find(record, name, context);
    }

    @Override
    public Collection<String> getNames() {
        return COMPONENTS.get(record.getClass()).keySet();
    }

    private static Optional<Argument> find(Record from, String name, StatementContext context) {
        int dot = name.indexOf('.');
        Component component = COMPONENTS.get(from.getClass()).get(dot < 0 ? name : name.substring(0, dot));
        if (component == null) {
            return Optional.empty();
        }
        Object value = component.read(from);
        if (dot < 0) {
            return context.findArgumentFor(component.type(), value);
        }
        return value instanceof Record inner ? find(inner, name.substring(dot + 1), context) : Optional.empty();
    }

    private record Component(Type type, Method accessor) {

        static Component of(RecordComponent component) {
            component.getAccessor().setAccessible(true);
            return new Component(component.getGenericType(), component.getAccessor());
        }

        @Nullable
        Object read(Record from) {
            try {
                return accessor.invoke(from);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalArgumentException("cannot read " + accessor, e);
            }
        }
    }

    /** Without the values, which may be secrets. */
    @Override
    public String toString() {
        return "RecordArguments[" + record.getClass().getSimpleName() + "]";
    }
}
