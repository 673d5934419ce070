package io.telamon.control.cluster.rule;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Violation;
import io.telamon.control.cluster.ClusterSettings;
import io.telamon.control.cluster.InstanceSizes;
import io.telamon.control.cluster.topology.ClusterType;
import io.telamon.control.cluster.topology.Topology;
import io.telamon.gateway.model.ProjectId;
import java.util.List;
import java.util.Set;

/** Which settings a cluster of a topology may have. */
final class SettingsRules {

    private static final Set<String> READ_PREFERENCES = Set.of("primary", "secondary", "analytics");

    private final InstanceSizes sizes;

    SettingsRules(InstanceSizes sizes) {
        this.sizes = sizes;
    }

    /**
     * Checks the settings.
     *
     * @throws io.telamon.control.api.ApiException the code of the first rule that is broken
     */
    void check(ProjectId project, ClusterSettings settings, Topology topology) {
        ErrorCode.ENCRYPTION_AT_REST_NOT_ENABLED.refuseIf(
                settings.encryptionAtRestProvider() != ClusterSettings.Encryption.NONE, project);
        if (settings.pitEnabled() && !settings.backupEnabled()) {
            throw ErrorCode.INVALID_ATTRIBUTE.because(
                    List.of(new Violation("pitEnabled", "needs backupEnabled")), "pitEnabled");
        }
        checkLocalDisks(settings, topology);
        checkBiConnector(settings, topology);
        if (topology.type() != ClusterType.GEOSHARDED && settings.globalClusterSelfManagedSharding()) {
            throw ErrorCode.INVALID_ATTRIBUTE.because(
                    List.of(new Violation("globalClusterSelfManagedSharding", "is for GEOSHARDED clusters")),
                    "globalClusterSelfManagedSharding");
        }
    }

    private void checkLocalDisks(ClusterSettings settings, Topology topology) {
        if (hasLocalDisks(topology)) {
            ErrorCode.NVME_STORAGE_PROVIDER_BACKUP_REQUIRED.refuseIf(!settings.backupEnabled());
            ErrorCode.CANNOT_PAUSE_NVME_CLUSTER.refuseIf(settings.paused());
        }
    }

    private boolean hasLocalDisks(Topology topology) {
        return topology.regions()
                .anyMatch(nodes -> nodes.specs()
                        .anyMatch(spec ->
                                sizes.get(nodes.provider(), spec.instanceSize()).hasLocalDisks()));
    }

    private static void checkBiConnector(ClusterSettings settings, Topology topology) {
        String preference = settings.biConnectorState().readPreference();
        if (!READ_PREFERENCES.contains(preference)) {
            throw ErrorCode.VALIDATION_ERROR.because(
                    List.of(new Violation(
                            "biConnector.readPreference", "must be one of primary, secondary, analytics")),
                    "biConnector.readPreference must be one of primary, secondary, analytics");
        }
        boolean hasAnalytics =
                topology.regions().anyMatch(nodes -> nodes.analytics().nodeCount() > 0);
        ErrorCode.INVALID_BI_CONNECTOR_READ_PREFERENCE_FOR_TOPOLOGY.refuseIf(
                preference.equals("analytics") && !hasAnalytics);
    }
}
