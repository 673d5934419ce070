package io.telamon.control.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMapperFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Columns that hold a value as JSON text: lists, and types that say so by {@link StoredAsJson}. Attributes that are
 * {@code null} are left out.
 */
final class JsonColumns implements ColumnMapperFactory, ArgumentFactory.Preparable {

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    @Override
    public Optional<ColumnMapper<?>> build(Type type, ConfigRegistry config) {
        if (!isJson(type)) {
            return Optional.empty();
        }
        JavaType target = mapper.constructType(type);
        return Optional.of((row, column, context) -> {
            String text = row.getString(column);
            return text == null ? null : mapper.readValue(text, target);
        });
    }

    @Override
    public Optional<Function<Object, Argument>> prepare(Type type, ConfigRegistry config) {
        return isJson(type) ? Optional.of(this::argument) : Optional.empty();
    }

    private Argument argument(@Nullable Object value) {
        String text = value == null ? null : mapper.writeValueAsString(value);
        return (position, statement, context) -> statement.setString(position, text);
    }

    private static boolean isJson(Type type) {
        Class<?> raw = GenericTypes.getErasedType(type);
        return raw.isAnnotationPresent(StoredAsJson.class) || (raw == List.class && type instanceof ParameterizedType);
    }
}
