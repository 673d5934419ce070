package io.telamon.server;

import io.telamon.control.cluster.ClusterCount;
import io.telamon.control.cluster.ClusterLabel;
import io.telamon.control.store.Store;
import io.telamon.control.task.Tasks;
import io.telamon.gateway.model.ClusterId;
import io.telamon.server.health.DiskSpace;
import io.telamon.server.metrics.Scrape;
import java.time.Clock;
import java.util.Map;

/** What the metrics tell of a server's database, disk and engine. */
record ScrapeOfServer(Store store, Clock clock, DiskSpace disk, GatewayStartup data) implements Scrape {

    @Override
    public Map<String, Long> clustersByState() {
        return new ClusterCount(store).byState();
    }

    @Override
    public Map<ClusterId, ClusterLabel> labels() {
        return new ClusterCount(store).labels();
    }

    @Override
    public long tasksDue() {
        return store.read(new Tasks(clock)::countDue);
    }

    @Override
    public long diskFree() {
        return disk.free();
    }

    @Override
    public Map<String, Boolean> deployments() {
        return data.deployments();
    }
}
