package io.telamon.gateway.command;

import io.telamon.gateway.cluster.Storage;
import io.telamon.gateway.error.Errors;
import io.telamon.gateway.spi.EngineUnavailableException;
import io.telamon.gateway.spi.Limit;
import io.telamon.gateway.spi.Limits;
import io.telamon.gateway.spi.Namespace;
import java.util.Set;
import java.util.stream.Collectors;

/** A cluster must not outgrow its storage, nor have more databases and collections than it may. */
final class CapacityRule implements Rule {

    private static final long MEGABYTE = 1 << 20;

    @Override
    public void check(Request request) throws EngineUnavailableException {
        Storage storage = request.session().cluster().storage();
        boolean asked = false;
        for (Touch touch : request.effects().touches()) {
            if (touch.grows() && !asked) {
                asked = true;
                checkBytes(storage, request.limits());
            }
            if (touch.creates() && !storage.holds(touch.namespace())) {
                checkNames(storage, touch.namespace(), request.limits());
            }
        }
    }

    private static void checkBytes(Storage storage, Limits limits) throws EngineUnavailableException {
        long most = limits.of(Limit.STORAGE_BYTES);
        long used = limits.has(Limit.STORAGE_BYTES) ? storage.bytes() : 0;
        if (used >= most) {
            throw Errors.atlas("you are over your space quota, using " + Math.ceilDiv(used, MEGABYTE) + " MB of "
                    + Math.ceilDiv(most, MEGABYTE) + " MB");
        }
    }

    private static void checkNames(Storage storage, Namespace created, Limits limits)
            throws EngineUnavailableException {
        if (!limits.has(Limit.COLLECTIONS) && !limits.has(Limit.DATABASES)) {
            return;
        }
        Set<Namespace> collections = storage.collections();
        if (collections.contains(created)) {
            return;
        }
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
}
