package io.telamon.control.cluster;

import io.telamon.control.api.Patch;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What clients set of a cluster by the clusters API alone, by the names of its attributes. What a row does not have, as that of a
 * free cluster, is as recorded of clusters that say nothing of it.
 *
 * @param labels in the order in which they were sent
 * @param autoScalingMode decided by the versions that made and changed the cluster
 * @param biConnectorState what is set of the BI connector
 * @param tls how connections are encrypted
 * @param configServer which servers keep the configuration of a sharded cluster; a replica set has none
 * @param replicaSetScalingStrategy shown only if it was ever set, as recorded
 * @param adaptiveCapacity what clients send under this name, which no schema of the API has
 * @param resumedAt when the cluster was paused last and began to run again
 * @param processArgs how processes are configured
 * @param expiring what the cluster has for a time
 */
public record ClusterSettings(
        List<ComponentLabel> labels,
        AutoScalingMode autoScalingMode,
        boolean backupEnabled,
        boolean pitEnabled,
        boolean paused,
        BiConnector biConnectorState,
        TlsSettings tls,
        Encryption encryptionAtRestProvider,
        String mongoDBMajorVersion,
        ReleaseSystem versionReleaseSystem,
        DiskWarming diskWarmingMode,
        boolean globalClusterSelfManagedSharding,
        @Nullable ConfigServer configServer,
        @Nullable ScalingStrategy replicaSetScalingStrategy,
        boolean redactClientLogData,
        boolean retainBackups,
        boolean useAwsTimeBasedSnapshotCopyForFastInitialSync,
        @Nullable String adaptiveCapacity,
        @Nullable Instant resumedAt,
        ProcessArgs processArgs,
        Expiring expiring) {

    /** Keeps a copy. */
    public ClusterSettings {
        labels = List.copyOf(Objects.requireNonNullElse(labels, List.of()));
        biConnectorState = Objects.requireNonNullElse(biConnectorState, BiConnector.OFF);
        tls = Objects.requireNonNullElse(tls, TlsSettings.DEFAULT).withSuitesOfMode();
        encryptionAtRestProvider = Objects.requireNonNullElse(encryptionAtRestProvider, Encryption.NONE);
        mongoDBMajorVersion = Objects.requireNonNullElse(mongoDBMajorVersion, MongoVersion.CURRENT_MAJOR);
        versionReleaseSystem = Objects.requireNonNullElse(versionReleaseSystem, ReleaseSystem.LTS);
        processArgs = Objects.requireNonNullElse(processArgs, ProcessArgs.NONE);
        expiring = Objects.requireNonNullElse(expiring, Expiring.NOTHING);
        diskWarmingMode = Objects.requireNonNullElse(diskWarmingMode, DiskWarming.FULLY_WARMED);
    }

    /** Who has the keys of encryption at rest. */
    public enum Encryption {
        /** The service. */
        NONE,
        AWS,
        AZURE,
        GCP
    }

    /** Which releases of MongoDB a cluster takes. */
    public enum ReleaseSystem {
        /** Those with long-term support. */
        LTS,
        /** Each as it comes. */
        CONTINUOUS
    }

    /** When nodes serve whose disks are new. */
    public enum DiskWarming {
        FULLY_WARMED,
        VISIBLE_EARLIER
    }

    /** In which order the nodes of a replica set scale. */
    public enum ScalingStrategy {
        SEQUENTIAL,
        WORKLOAD_TYPE,
        NODE_TYPE
    }

    /**
     * The servers that keep the configuration of a sharded cluster.
     *
     * @param mode who decides what they are
     */
    public record ConfigServer(Mode mode, Type type) {

        /** That of a new cluster: servers of its own only where the client insists, as recorded. */
        public static ConfigServer of(Mode mode) {
            return new ConfigServer(mode, mode == Mode.FIXED_TO_DEDICATED ? Type.DEDICATED : Type.EMBEDDED);
        }

        /** The same in another mode: servers of its own stay, as recorded. */
        public ConfigServer in(Mode other) {
            return new ConfigServer(other, other == Mode.FIXED_TO_DEDICATED ? Type.DEDICATED : type);
        }

        /** Who decides. */
        public enum Mode {
            ATLAS_MANAGED,
            FIXED_TO_DEDICATED
        }

        /** What they are. */
        public enum Type {
            DEDICATED,
            /** The first shard. */
            EMBEDDED
        }
    }

    /** Those of a new cluster that says nothing of them. */
    @SuppressWarnings("NullAway") // what is null becomes the default
    public static ClusterSettings of(AutoScalingMode mode) {
        return new ClusterSettings(
                null, mode, false, false, false, null, null, null, null, null, null, false, null, null, false, false,
                false, null, null, null, null);
    }

    /** The same cluster paused or running. */
    public ClusterSettings paused(boolean isPaused, @Nullable Instant resumed) {
        return Patch.applied(this, new Pause(isPaused, resumed));
    }

    private record Pause(boolean paused, @Nullable Instant resumedAt) {}

    /** The same with something else that ends. */
    public ClusterSettings with(Expiring other) {
        return Patch.applied(this, new Ends(other));
    }

    private record Ends(Expiring expiring) {}

    /** The same with other processes, and connections that are encrypted otherwise. */
    public ClusterSettings with(ProcessArgs args, TlsSettings encryption) {
        return Patch.applied(this, new Processes(args, encryption));
    }

    private record Processes(ProcessArgs processArgs, TlsSettings tls) {}

    /** The feature compatibility version: that of the major version unless it is kept at another. */
    public String featureVersion() {
        Expiring.FeaturePin pin = expiring.featurePin();
        return pin == null ? mongoDBMajorVersion : pin.version();
    }
}
