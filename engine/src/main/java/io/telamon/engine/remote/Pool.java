package io.telamon.engine.remote;

import io.telamon.gateway.spi.engine.EngineUnavailableException;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonValue;

/** A deployment in which clusters are placed. */
final class Pool implements AutoCloseable {

    private final PoolSpec spec;
    private final Deployment deployment;

    Pool(PoolSpec spec, Budget budget) {
        this.spec = spec;
        this.deployment = new Deployment(spec.address(), budget);
    }

    PoolSpec spec() {
        return spec;
    }

    Deployment deployment() {
        return deployment;
    }

    /** What placements call it: its members, so that it stays the same when a password or a size changes. */
    String name() {
        return spec.address().members();
    }

    /** Why it does not answer, or nothing when it does. */
    Optional<String> failure() {
        try {
            deployment.run("admin", new BsonDocument("ping", new BsonInt32(1)));
            return Optional.empty();
        } catch (EngineUnavailableException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Bytes that it may hold more than it does; less than none if it holds more already. Pools without a bound have what the others cannot have. */
    long free() throws EngineUnavailableException {
        return spec.capacity().orElse(Long.MAX_VALUE) - used();
    }

    /** What the deployment says that its databases take on its disks. */
    private long used() throws EngineUnavailableException {
        BsonDocument answer = deployment.run("admin", new BsonDocument("listDatabases", new BsonInt32(1)));
        long used = 0;
        for (BsonValue value : answer.getArray("databases")) {
            BsonDocument database = value.asDocument();
            used += database.isNumber("sizeOnDisk")
                    ? database.getNumber("sizeOnDisk").longValue()
                    : 0;
        }
        return used;
    }

    @Override
    public void close() {
        deployment.close();
    }
}
