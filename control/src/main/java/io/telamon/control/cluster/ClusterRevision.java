package io.telamon.control.cluster;

import java.time.Instant;

/** What the clusters API makes of a cluster. */
public interface ClusterRevision {

    /**
     * What a cluster is to be.
     *
     * @param before the cluster as it is, which nobody else changes meanwhile
     * @throws io.telamon.control.api.ApiException where it cannot be that
     */
    ClusterSpec of(Cluster before, Instant now);
}
