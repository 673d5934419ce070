package io.telamon.control.store;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMapperFactory;
import org.jspecify.annotations.Nullable;

/**
 * Columns that hold a value as text: ids, which are records of one text called {@code value}, types that are
 * {@link StoredAsText}, and the names of constants of enums, which JDBI reads by itself.
 */
final class TextColumns implements ColumnMapperFactory, ArgumentFactory.Preparable {

    /** Makes a value of its text. */
    @FunctionalInterface
    private interface Parser {

        Object parse(String text) throws ReflectiveOperationException;
    }

    @Override
    public Optional<ColumnMapper<?>> build(Type type, ConfigRegistry config) {
        Class<?> raw = GenericTypes.getErasedType(type);
        if (!isId(raw) && !StoredAsText.class.isAssignableFrom(raw)) {
            return Optional.empty();
        }
        Parser parser = parser(raw);
        return Optional.of((row, column, context) -> {
            String text = row.getString(column);
            return text == null ? null : parsed(parser, raw, text);
        });
    }

    @Override
    public Optional<Function<Object, Argument>> prepare(Type type, ConfigRegistry config) {
        Class<?> raw = GenericTypes.getErasedType(type);
        if (StoredAsText.class.isAssignableFrom(raw)) {
            return Optional.of(value -> text(value instanceof StoredAsText stored ? stored.storedText() : null));
        }
        if (raw.isEnum()) {
            return Optional.of(value -> text(value instanceof Enum<?> constant ? constant.name() : null));
        }
        return isId(raw) ? Optional.of(value -> text(Objects.toString(value, null))) : Optional.empty();
    }

    private static Argument text(@Nullable String text) {
        return (position, statement, context) -> statement.setString(position, text);
    }

    /** Whether the type is a record of one text called {@code value}; those say it by {@code toString}. */
    static boolean isId(Class<?> type) {
        if (!type.isRecord()) {
            return false;
        }
        RecordComponent[] components = type.getRecordComponents();
        return components.length == 1
                && components[0].getType() == String.class
                && components[0].getName().equals("value");
    }

    private static Parser parser(Class<?> type) {
        try {
            if (isId(type)) {
                Constructor<?> constructor = type.getDeclaredConstructor(String.class);
                return constructor::newInstance;
            }
            Method parse = type.getDeclaredMethod("parse", String.class);
            parse.setAccessible(true);
            return text -> parse.invoke(null, text);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " cannot be read from text", e);
        }
    }

    private static Object parsed(Parser parser, Class<?> type, String text) {
        try {
            return parser.parse(text);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the database has a " + type.getSimpleName() + " that is none: " + text, e);
        }
    }
}
