package io.telamon.control.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.NamedArgumentFinder;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * The components of a record as named arguments of a statement: {@code :projectId} is the component {@code projectId},
 * {@code :hosts.label} the component {@code label} of the record that is the component {@code hosts}.
 */
public final class RecordArguments implements NamedArgumentFinder {

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
        return Arrays.stream(record.getClass().getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    private static Optional<Argument> find(Record from, String name, StatementContext context) {
        List<String> path = List.of(name.split("\\.", 2));
        Optional<RecordComponent> found = Arrays.stream(from.getClass().getRecordComponents())
                .filter(component -> component.getName().equals(path.getFirst()))
                .findFirst();
        if (path.size() == 1) {
            return found.flatMap(
                    component -> context.findArgumentFor(component.getGenericType(), read(component, from)));
        }
        return found.map(component -> read(component, from))
                .flatMap(nested ->
                        nested instanceof Record inner ? find(inner, path.get(1), context) : Optional.empty());
    }

    private static @Nullable Object read(RecordComponent component, Record from) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(from);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException("cannot read " + component, e);
        }
    }

    /** Without the values, which may be secrets. */
    @Override
    public String toString() {
        return "RecordArguments[" + record.getClass().getSimpleName() + "]";
    }
}
