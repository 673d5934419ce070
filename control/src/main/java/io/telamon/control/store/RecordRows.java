package io.telamon.control.store;

import java.lang.reflect.Type;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.RowMapperFactory;

/** Rows as records, but for ids and what is JSON: each component has the name of its column, {@code projectId} that of {@code project_id}. */
final class RecordRows implements RowMapperFactory {

    private final Map<Class<?>, RowMapper<?>> mappers = new ConcurrentHashMap<>();

    @Override
    public Optional<RowMapper<?>> build(Type type, ConfigRegistry config) {
        Class<?> raw = GenericTypes.getErasedType(type);
        return raw.isRecord() && !raw.isAnnotationPresent(StoredAsJson.class) && !TextColumns.isId(raw)
                ? Optional.of(mappers.computeIfAbsent(raw, RecordMapper::new))
                : Optional.empty();
    }
}
