package io.telamon.gateway.spi.directory;

import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.model.ProjectId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A cluster as the gateway sees it.
 *
 * @param id its identity
 * @param project the project whose database users and access list govern it
 * @param name its name, which the scopes of database users refer to
 * @param replicaSet the set name that {@code hello} tells
 * @param availability whether it takes commands now
 * @param features what its tier offers; a feature that is left out is not offered
 * @param limits how much it may use
 */
public record Tenant(
        ClusterId id,
        ProjectId project,
        String name,
        String replicaSet,
        Availability availability,
        Set<TierFeature> features,
        TierLimits limits) {

    /** Keeps a copy of the features. */
    public Tenant {
        var copy = EnumSet.noneOf(TierFeature.class);
        copy.addAll(features);
        features = Collections.unmodifiableSet(copy);
    }

    /** Whether its tier offers a feature. */
    public boolean offers(TierFeature feature) {
        return features.contains(feature);
    }
}
