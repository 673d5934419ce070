package io.telamon.control.store;

import java.lang.reflect.Type;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.Arguments;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.config.JdbiConfig;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jspecify.annotations.Nullable;

/**
 * How components of records become arguments of statements, kept for each type: JDBI itself asks all its factories anew in
 * each statement. One object for all statements of a database. Safe for use by many threads.
 */
public final class ComponentArguments implements JdbiConfig<ComponentArguments> {

    private final Map<Type, Function<Object, Argument>> known = new ConcurrentHashMap<>();
    private @Nullable Arguments arguments;

    /** For JDBI, which calls {@link #setRegistry} next. */
    public ComponentArguments() {}

    @Override
    public void setRegistry(ConfigRegistry registry) {
        if (arguments == null) {
            arguments = registry.get(Arguments.class);
        }
    }

    /** The same for all, as factories are registered before the first statement. */
    @Override
    public ComponentArguments createCopy() {
        return this;
    }

    /**
     * The argument for a component of that type.
     *
     * @throws IllegalArgumentException when no factory knows the type
     */
    @SuppressWarnings("NullAway") // what JDBI prepares takes null, without saying so
    Argument argument(Type type, @Nullable Object value) {
        return known.computeIfAbsent(type, this::prepare).apply(value);
    }

    private Function<Object, Argument> prepare(Type type) {
        Type inner = GenericTypes.findGenericParameter(type, Optional.class).orElse(null);
        if (inner != null) {
            return value -> argument(inner, value instanceof Optional<?> optional ? optional.orElse(null) : null);
        }
        Arguments factories = Objects.requireNonNull(arguments, "JDBI calls setRegistry first");
        return factories
                .prepareFor(type)
                .orElse(value -> factories
                        .findFor(type, value)
                        .orElseThrow(() -> new IllegalArgumentException("components cannot be of " + type)));
    }
}
