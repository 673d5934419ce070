package io.telamon.control.cluster;

import java.time.Instant;
import java.util.Optional;

/** What is made of a cluster without its nodes being touched. */
public interface ClusterAmendment {

    /**
     * What a cluster has after the change, or nothing where it has that already.
     *
     * @param before what it has now, while nobody else changes it
     * @throws io.telamon.control.api.ApiException where it cannot have that
     */
    Optional<Amended> of(Cluster before, Instant now);

    /**
     * A change.
     *
     * @param event the type of the event that tells of it
     */
    record Amended(Expiring expiring, String event) {}
}
