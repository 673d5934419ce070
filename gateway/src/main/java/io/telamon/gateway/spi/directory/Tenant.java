package io.telamon.gateway.spi.directory;

import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.model.ProjectId;

/**
 * A cluster as the gateway sees it.
 *
 * @param id its identity
 * @param project the project whose database users and access list govern it
 * @param name its name, which the scopes of database users refer to
 * @param kind its tier
 * @param replicaSet the set name that {@code hello} tells
 * @param availability whether it takes commands now
 * @param limits what it may use
 */
public record Tenant(
        ClusterId id,
        ProjectId project,
        String name,
        ClusterKind kind,
        String replicaSet,
        Availability availability,
        TierLimits limits) {}
