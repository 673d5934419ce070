package io.telamon.gateway.command;

import io.telamon.gateway.cluster.Storage;
import io.telamon.gateway.error.Errors;
import io.telamon.gateway.spi.EngineUnavailableException;
import io.telamon.gateway.spi.Limit;
import io.telamon.gateway.spi.Limits;
import io.telamon.gateway.spi.Namespace;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The collections that a command may make: a cluster must not have more than it may. They count from the check until the command has run. */
final class NewNames implements AutoCloseable {

    private static final NewNames NONE = new NewNames(Optional.empty(), List.of());

    private final Optional<Storage> storage;
    private final List<Namespace> reserved;

    private NewNames(Optional<Storage> storage, List<Namespace> reserved) {
        this.storage = storage;
        this.reserved = reserved;
    }

    /** Those of a request, if they are within the limits. */
    static NewNames of(Request request) throws EngineUnavailableException {
        Storage storage = request.session().cluster().storage();
        for (Touch touch : request.effects().touches()) {
            if (touch.creates() && !storage.holds(touch.namespace())) {
                return reserve(request, storage);
            }
        }
        return NONE;
    }

    private static NewNames reserve(Request request, Storage storage) throws EngineUnavailableException {
        Limits limits = request.limits();
        if (!limits.has(Limit.COLLECTIONS) && !limits.has(Limit.DATABASES)) {
            return NONE;
        }
        Set<Namespace> wanted = new HashSet<>();
        for (Touch touch : request.effects().touches()) {
            if (touch.creates()) {
                wanted.add(touch.namespace());
            }
        }
        return new NewNames(
                Optional.of(storage), storage.coming().reserve(wanted, (name, others) -> check(name, others, limits)));
    }

    private static void check(Namespace created, Set<Namespace> collections, Limits limits) {
        Set<String> databases = collections.stream().map(Namespace::database).collect(Collectors.toSet());
        long mostDatabases = limits.of(Limit.DATABASES);
        if (!databases.contains(created.database()) && databases.size() >= mostDatabases) {
            throw Errors.atlas("cannot create a new database -- already using " + databases.size() + " databases of "
                    + mostDatabases);
        }
        long mostCollections = limits.of(Limit.COLLECTIONS);
        if (collections.size() >= mostCollections) {
            throw Errors.atlas("cannot create a new collection -- already using " + collections.size()
                    + " collections of " + mostCollections);
        }
    }

    @Override
    public void close() {
        storage.filter(_ -> !reserved.isEmpty()).ifPresent(held -> held.coming().release(reserved));
    }
}
