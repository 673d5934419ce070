package io.telamon.control.store;

import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.sql.Types;
import java.util.Optional;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMapperFactory;

/** Columns that hold a value as text: those of types that are {@link StoredAsText}. */
final class TextColumns implements ColumnMapperFactory, ArgumentFactory {

    @Override
    public Optional<ColumnMapper<?>> build(Type type, ConfigRegistry config) {
        Class<?> raw = GenericTypes.getErasedType(type);
        if (!StoredAsText.class.isAssignableFrom(raw)) {
            return Optional.empty();
        }
        Method parse = parse(raw);
        return Optional.of((row, column, context) -> {
            String text = row.getString(column);
            return text == null ? null : invoke(parse, text);
        });
    }

    @Override
    public Optional<Argument> build(Type type, Object value, ConfigRegistry config) {
        if (!(value instanceof StoredAsText stored)) {
            return Optional.empty();
        }
        String text = stored.storedText();
        return Optional.of((position, statement, context) -> statement.setObject(position, text, Types.VARCHAR));
    }

    private static Method parse(Class<?> type) {
        try {
            Method parse = type.getDeclaredMethod("parse", String.class);
            parse.setAccessible(true);
            return parse;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " has no method parse", e);
        }
    }

    private static Object invoke(Method parse, String text) {
        try {
            return parse.invoke(null, text);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "the database has a " + parse.getReturnType() + " that is none: " + text, e);
        }
    }
}
