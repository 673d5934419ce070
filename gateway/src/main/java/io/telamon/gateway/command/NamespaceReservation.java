package io.telamon.gateway.command;

import io.telamon.gateway.cluster.Storage;
import io.telamon.gateway.error.Errors;
import io.telamon.gateway.spi.directory.TierLimit;
import io.telamon.gateway.spi.directory.TierLimits;
import io.telamon.gateway.spi.engine.EngineUnavailableException;
import io.telamon.gateway.spi.engine.Namespace;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The collections that a command may make: a cluster must not have more than it may. They count from the check until the command has run. */
final class NamespaceReservation implements AutoCloseable {

    private static final NamespaceReservation NONE = new NamespaceReservation(Optional.empty(), List.of());

    private final Optional<Storage> storage;
    private final List<Namespace> reserved;

    private NamespaceReservation(Optional<Storage> storage, List<Namespace> reserved) {
        this.storage = storage;
        this.reserved = reserved;
    }

    /** Those of a request, if they are within the limits. */
    static NamespaceReservation of(Request request) throws EngineUnavailableException {
        Storage storage = request.session().cluster().storage();
        for (RequiredPrivilege touch : request.effects().touches()) {
            if (touch.creates() && !storage.holds(touch.namespace())) {
                return reserve(request, storage);
            }
        }
        return NONE;
    }

    private static NamespaceReservation reserve(Request request, Storage storage) throws EngineUnavailableException {
        TierLimits limits = request.limits();
        if (!limits.has(TierLimit.COLLECTIONS) && !limits.has(TierLimit.DATABASES)) {
            return NONE;
        }
        Set<Namespace> wanted = new HashSet<>();
        for (RequiredPrivilege touch : request.effects().touches()) {
            if (touch.creates()) {
                wanted.add(touch.namespace());
            }
        }
        return new NamespaceReservation(
                Optional.of(storage), storage.pending().reserve(wanted, (name, others) -> check(name, others, limits)));
    }

    private static void check(Namespace created, Set<Namespace> collections, TierLimits limits) {
        Set<String> databases = collections.stream().map(Namespace::database).collect(Collectors.toSet());
        long mostDatabases = limits.of(TierLimit.DATABASES);
        if (!databases.contains(created.database()) && databases.size() >= mostDatabases) {
            throw Errors.atlas("cannot create a new database -- already using " + databases.size() + " databases of "
                    + mostDatabases);
        }
        long mostCollections = limits.of(TierLimit.COLLECTIONS);
        if (collections.size() >= mostCollections) {
            throw Errors.atlas("cannot create a new collection -- already using " + collections.size()
                    + " collections of " + mostCollections);
        }
    }

    @Override
    public void close() {
        storage.filter(_ -> !reserved.isEmpty())
                .ifPresent(held -> held.pending().release(reserved));
    }
}
