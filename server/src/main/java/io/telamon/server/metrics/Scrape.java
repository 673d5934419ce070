package io.telamon.server.metrics;

import io.telamon.control.cluster.ClusterLabel;
import io.telamon.gateway.model.ClusterId;
import java.util.Map;

/** What is asked for each time that the metrics are read. */
public interface Scrape {

    /** How many clusters are in each state, by the name that clients see. */
    Map<String, Long> clustersByState();

    /** What people call the clusters. */
    Map<ClusterId, ClusterLabel> labels();

    /** How many tasks are due and not in work. */
    long tasksDue();

    /** Bytes that are left where the data folder is. */
    long diskFree();

    /** Whether each deployment that runs elsewhere has answered when it was asked last, by its hosts and ports. */
    Map<String, Boolean> deployments();
}
