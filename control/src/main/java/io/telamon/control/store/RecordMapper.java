package io.telamon.control.store;

import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.NoSuchMapperException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ColumnName;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * Maps a row to a record: the component {@code projectId} is the column {@code project_id}, or what {@link ColumnName}
 * says; a {@link Nested} one is a record of columns of the same row. Unlike JDBI's mapper for constructors it knows its
 * columns before there is a row, so that it costs nothing where there is none.
 */
final class RecordMapper implements RowMapper<Object> {

    private final RecordType type;
    private final List<Part> parts;

    RecordMapper(Class<?> type) {
        this.type = RecordType.of(type);
        this.parts = this.type.parameters().stream().map(RecordMapper::part).toList();
    }

    private static Part part(Parameter component) {
        if (component.isAnnotationPresent(Nested.class)) {
            RecordMapper nested = new RecordMapper(component.getType());
            return nested::map;
        }
        ColumnName named = component.getAnnotation(ColumnName.class);
        return new Column(
                named == null ? snakeCase(component.getName()) : named.value(), component.getParameterizedType());
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    @Override
    public Object map(ResultSet row, StatementContext context) throws SQLException {
        @Nullable Object[] values = new Object[parts.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = parts.get(i).read(row, context);
        }
        return type.make(values);
    }

    /** What one component is read from. */
    @FunctionalInterface
    private interface Part {

        @Nullable
        Object read(ResultSet row, StatementContext context) throws SQLException;
    }

    /** One column. Its mapper is the same for all statements of a database. */
    private static final class Column implements Part {

        private final String name;
        private final Type type;
        private volatile @Nullable ColumnMapper<?> mapper;

        Column(String name, Type type) {
            this.name = name;
            this.type = type;
        }

        @Override
        public @Nullable Object read(ResultSet row, StatementContext context) throws SQLException {
            ColumnMapper<?> known = mapper;
            if (known == null) {
                known = context.findColumnMapperFor(type)
                        .orElseThrow(() -> new NoSuchMapperException("no mapper for " + type));
                mapper = known;
            }
            return known.map(row, name, context);
        }
    }
}
