package io.telamon.control.cluster.dedicated;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Violation;
import io.telamon.control.cluster.ClusterSettings;
import io.telamon.control.cluster.InstanceSizes;
import io.telamon.control.cluster.MongoVersion;
import io.telamon.control.cluster.ProviderName;
import io.telamon.control.cluster.TlsChange;
import io.telamon.control.cluster.topology.ClusterType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a free cluster cannot be. Its settings are fixed: a request may repeat them, and is refused where it asks for others.
 * The size of its disk is fixed too; clients send values of their own, which are not looked at.
 */
final class FreeClusterRules {

    private FreeClusterRules() {}

    /**
     * Checks a request.
     *
     * @throws io.telamon.control.api.ApiException the code of the first rule that it breaks
     */
    static void check(ClusterRequest asked) {
        checkTopology(asked);
        ErrorCode.CANNOT_CREATE_PAUSED_CLUSTER.refuseIf(Boolean.TRUE.equals(asked.paused()), asked.requiredName());
        ErrorCode.INVALID_TENANT_BACKUP_ENABLED.refuseIf(
                Boolean.TRUE.equals(asked.backupEnabled()), "true", InstanceSizes.FREE);
        ErrorCode.CANNOT_USE_ENCRYPTION_AT_REST_TENANT.refuseIf(
                isOther(asked.encryptionAtRestProvider(), ClusterSettings.Encryption.NONE));
        String version = asked.mongoDBMajorVersion();
        if (version != null) {
            ErrorCode.MONGODB_VERSION_INVALID.refuseIf(!version.equals(MongoVersion.CURRENT_MAJOR), version);
        }
        fixed(asked).forEach((attribute, isOther) -> {
            if (isOther) {
                throw ErrorCode.INVALID_ATTRIBUTE.because(
                        List.of(new Violation(attribute, "cannot be chosen for a free cluster")), attribute);
            }
        });
    }

    private static void checkTopology(ClusterRequest asked) {
        ErrorCode.SHARDING_NOT_SUPPORTED.refuseIf(
                asked.clusterType() != null && asked.clusterType() != ClusterType.REPLICASET, InstanceSizes.FREE);
        List<? extends SpecRequest> specs = asked.requiredSpecs();
        ErrorCode.REPLICATION_SPECS_INVALID.refuseIf(specs.size() != 1
                || isOther(specs.getFirst().numShards(), 1)
                || specs.getFirst().regionConfigs().size() != 1);
        RegionRequest region = specs.getFirst().regionConfigs().getFirst();
        ErrorCode.INVALID_PROVIDER.refuseIf(
                !region.providerName().equals(ProviderName.TENANT.name()), region.providerName());
        RegionRequest.HardwareRequest electable = region.electableSpecs();
        if (electable == null) {
            throw ErrorCode.MISSING_ATTRIBUTE.about("electableSpecs");
        }
        String size = electable.instanceSize();
        if (size == null) {
            throw ErrorCode.MISSING_ATTRIBUTE.about("instanceSize");
        }
        ErrorCode.INVALID_ENUM_VALUE.refuseIf(!size.equals(InstanceSizes.FREE), size);
    }

    /** The attributes whose values are fixed, and whether the request asks for another value. */
    private static Map<String, Boolean> fixed(ClusterRequest asked) {
        RegionRequest region = asked.requiredSpecs().getFirst().regionConfigs().getFirst();
        Map<String, Boolean> fixed = new LinkedHashMap<>();
        fixed.put("analyticsSpecs", hasNodes(region.analyticsSpecs()));
        fixed.put("readOnlySpecs", hasNodes(region.readOnlySpecs()));
        fixed.put("priority", region.priority() != null && region.priority() != 7);
        fixed.put(
                "biConnector",
                asked.biConnector() != null
                        && Boolean.TRUE.equals(asked.biConnector().enabled()));
        fixed.put("pitEnabled", Boolean.TRUE.equals(asked.pitEnabled()));
        fixed.put("globalClusterSelfManagedSharding", Boolean.TRUE.equals(asked.globalClusterSelfManagedSharding()));
        fixed.put("diskWarmingMode", isOther(asked.diskWarmingMode(), ClusterSettings.DiskWarming.FULLY_WARMED));
        fixed.put("versionReleaseSystem", isOther(asked.versionReleaseSystem(), ClusterSettings.ReleaseSystem.LTS));
        fixed.put("autoScaling", scales(region.autoScaling()));
        fixed.put("analyticsAutoScaling", scales(region.analyticsAutoScaling()));
        TlsChange advanced = asked.advancedConfiguration();
        fixed.put("advancedConfiguration", isOther(advanced, new TlsChange(null, null, null, null)));
        fixed.put(
                "configServerManagementMode",
                isOther(asked.configServerManagementMode(), ClusterSettings.ConfigServer.Mode.ATLAS_MANAGED));
        fixed.put(
                "replicaSetScalingStrategy",
                isOther(asked.replicaSetScalingStrategy(), ClusterSettings.ScalingStrategy.WORKLOAD_TYPE));
        fixed.put("redactClientLogData", Boolean.TRUE.equals(asked.redactClientLogData()));
        fixed.put("retainBackups", Boolean.TRUE.equals(asked.retainBackups()));
        fixed.put(
                "useAwsTimeBasedSnapshotCopyForFastInitialSync",
                Boolean.TRUE.equals(asked.useAwsTimeBasedSnapshotCopyForFastInitialSync()));
        return fixed;
    }

    private static boolean scales(@Nullable AutoScalingRequest scaling) {
        return scaling != null && scaling.isOn();
    }

    private static boolean isOther(@Nullable Object sent, Object value) {
        return sent != null && !sent.equals(value);
    }

    private static boolean hasNodes(RegionRequest.@Nullable HardwareRequest hardware) {
        return hardware != null && hardware.hasNodes();
    }
}
