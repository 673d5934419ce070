package io.telamon.control.store;

import java.util.Collection;
import java.util.Optional;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.NamedArgumentFinder;
import org.jdbi.v3.core.statement.StatementContext;

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
        return find(record, name, context.getConfig(ComponentArguments.class));
    }

    @Override
    public Collection<String> getNames() {
        return RecordType.of(record.getClass()).components().keySet();
    }

    private static Optional<Argument> find(Record from, String name, ComponentArguments arguments) {
        int dot = name.indexOf('.');
        RecordType.Component component =
                RecordType.of(from.getClass()).components().get(dot < 0 ? name : name.substring(0, dot));
        if (component == null) {
            return Optional.empty();
        }
        Object value = component.read(from);
        if (dot < 0) {
            return Optional.of(arguments.argument(component.type(), value));
        }
        return value instanceof Record inner ? find(inner, name.substring(dot + 1), arguments) : Optional.empty();
    }

    /** Without the values, which may be secrets. */
    @Override
    public String toString() {
        return "RecordArguments[" + record.getClass().getSimpleName() + "]";
    }
}
