package io.telamon.engine.remote;

import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.spi.directory.Placements;
import io.telamon.gateway.spi.engine.CapacityExceededException;
import io.telamon.gateway.spi.engine.EngineUnavailableException;
import io.telamon.gateway.spi.engine.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The deployments that clusters are placed in. A cluster stays in its deployment; one alone needs no memory of that. */
final class Pools implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Pools.class);

    private final List<Pool> pools;
    private final Placements placements;

    Pools(List<PoolSpec> specs, Placements placements) {
        Budget budget = Budget.ofHeap(DeploymentConnection.LONGEST_FRAME);
        this.pools = specs.stream().map(spec -> new Pool(spec, budget)).toList();
        this.placements = placements;
    }

    /**
     * Chooses for a new cluster, among the deployments closest to its place that have space, the one with the most.
     *
     * @throws CapacityExceededException if none has space
     * @throws EngineUnavailableException if none of those that may have space answers
     */
    void place(ClusterId cluster, Place place) throws EngineUnavailableException, CapacityExceededException {
        if (pools.size() == 1 && pools.getFirst().spec().capacity().isEmpty()) {
            requireTaken(pools.getFirst(), place);
            return;
        }
        placements.keep(cluster, roomiest(place).name());
    }

    private static void requireTaken(Pool only, Place place) throws CapacityExceededException {
        if (only.spec().closeness(place) < 0) {
            throw noRoom(place);
        }
    }

    private static CapacityExceededException noRoom(Place place) {
        return new CapacityExceededException(
                "no deployment has space for a cluster in " + place.provider() + " " + place.region());
    }

    private record Candidate(Pool pool, int closeness, long free) {}

    private Pool roomiest(Place place) throws EngineUnavailableException, CapacityExceededException {
        List<Candidate> candidates = new ArrayList<>();
        EngineUnavailableException silent = null;
        for (Pool pool : pools) {
            int closeness = pool.spec().closeness(place);
            if (closeness >= 0) {
                try {
                    candidates.add(new Candidate(pool, closeness, pool.free()));
                } catch (EngineUnavailableException e) {
                    LOG.warn("no cluster can be placed in {}: {}", pool.name(), e.getMessage());
                    silent = e;
                }
            }
        }
        Optional<Candidate> best = candidates.stream()
                .filter(candidate -> candidate.free() > 0)
                .max(Comparator.comparingInt(Candidate::closeness).thenComparingLong(Candidate::free));
        if (best.isEmpty() && silent != null) {
            throw silent;
        }
        return best.orElseThrow(() -> noRoom(place)).pool();
    }

    /**
     * The deployment of a cluster.
     *
     * @throws EngineUnavailableException if it is none of these, or cannot be told
     */
    Deployment of(ClusterId cluster, String prefix) throws EngineUnavailableException {
        Optional<String> kept = placements.of(cluster);
        if (kept.isEmpty() && pools.size() == 1) {
            return pools.getFirst().deployment();
        }
        String name = kept.isPresent()
                ? kept.get()
                : placements.keep(cluster, holder(prefix).name());
        return pools.stream()
                .filter(pool -> pool.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new EngineUnavailableException(
                        "the documents of cluster %s are in %s, which --engine does not name".formatted(cluster, name)))
                .deployment();
    }

    /** Where a cluster is of the time when there was one deployment: the first that has something of it, else the first of all. */
    private Pool holder(String prefix) throws EngineUnavailableException {
        for (Pool pool : pools) {
            if (pool.deployment().databases().stream().anyMatch(name -> name.startsWith(prefix))) {
                return pool;
            }
        }
        return pools.getFirst();
    }

    Map<String, Optional<String>> check() {
        Map<String, Optional<String>> checked = new LinkedHashMap<>();
        pools.forEach(pool -> checked.put(pool.name(), pool.failure()));
        return checked;
    }

    void forget(ClusterId cluster) {
        placements.forget(cluster);
    }

    @Override
    public void close() {
        pools.forEach(Pool::close);
    }
}
