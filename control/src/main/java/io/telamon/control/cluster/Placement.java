package io.telamon.control.cluster;

import io.telamon.control.cluster.topology.Provider;
import org.jdbi.v3.core.mapper.Nested;

/** Where a cluster is. */
public record Placement(
        Provider provider, String region, @Nested Hosts hosts) {}
