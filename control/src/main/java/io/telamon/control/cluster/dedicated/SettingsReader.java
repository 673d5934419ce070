package io.telamon.control.cluster.dedicated;

import io.telamon.control.api.Patch;
import io.telamon.control.cluster.AutoScalingMode;
import io.telamon.control.cluster.BiConnector;
import io.telamon.control.cluster.ClusterSettings;
import io.telamon.control.cluster.TlsChange;
import io.telamon.control.cluster.TlsSettings;
import io.telamon.control.cluster.rule.TlsRules;
import io.telamon.control.cluster.rule.VersionRules;
import io.telamon.control.cluster.topology.ClusterType;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads settings. What a client leaves out stays as it is, in the BI connector and the encryption of connections too. */
final class SettingsReader {

    private SettingsReader() {}

    /** Settings by names that requests do not have, or that follow from others. */
    private record Derived(
            BiConnector biConnectorState,
            TlsSettings tls,
            String mongoDBMajorVersion,
            @Nullable Boolean pitEnabled,
            ClusterSettings.@Nullable ConfigServer configServer,
            @Nullable AutoScalingMode autoScalingMode) {}

    /**
     * The settings of a new cluster.
     *
     * @throws io.telamon.control.api.ApiException those of {@link VersionRules} and {@link TlsRules}
     */
    static ClusterSettings ofNew(ClusterRequest asked, ClusterType type, AutoScalingMode mode) {
        ClusterSettings usual = ClusterSettings.of(mode);
        ClusterSettings set = Patch.applied(usual, (Record) asked);
        String version = VersionRules.ofNew(asked.mongoDBMajorVersion(), set.versionReleaseSystem());
        return Patch.applied(set, derived(asked, usual, set, type, version, null));
    }

    /**
     * The settings of a cluster that is changed. Throws as {@link #ofNew} does.
     *
     * @param mode how the cluster scales from now on, if that changes
     */
    static ClusterSettings ofChanged(
            ClusterRequest asked, ClusterSettings before, ClusterType type, @Nullable AutoScalingMode mode) {
        ClusterSettings set = Patch.applied(before, (Record) asked);
        String version = VersionRules.ofChanged(before, asked.mongoDBMajorVersion(), set.versionReleaseSystem());
        return Patch.applied(set, derived(asked, before, set, type, version, mode));
    }

    private static Derived derived(
            ClusterRequest asked,
            ClusterSettings before,
            ClusterSettings set,
            ClusterType type,
            String version,
            @Nullable AutoScalingMode mode) {
        boolean endsContinuousBackup = !set.backupEnabled() && asked.pitEnabled() == null;
        return new Derived(
                biConnector(asked.biConnector(), before.biConnectorState()),
                tls(asked.advancedConfiguration(), before.tls()),
                version,
                endsContinuousBackup ? Boolean.FALSE : null,
                type == ClusterType.REPLICASET ? null : configServer(asked, before),
                mode);
    }

    private static BiConnector biConnector(ClusterRequest.@Nullable BiConnectorRequest asked, BiConnector before) {
        if (asked == null) {
            return before;
        }
        BiConnector changed = Patch.applied(before, asked);
        return new BiConnector(changed.enabled(), changed.readPreference().toLowerCase(Locale.ROOT));
    }

    private static TlsSettings tls(@Nullable TlsChange asked, TlsSettings before) {
        if (asked == null) {
            return before;
        }
        return TlsRules.changed(asked, before);
    }

    private static ClusterSettings.ConfigServer configServer(ClusterRequest asked, ClusterSettings before) {
        ClusterSettings.ConfigServer.Mode mode = asked.configServerManagementMode();
        ClusterSettings.ConfigServer was = before.configServer();
        if (was == null) {
            return ClusterSettings.ConfigServer.of(
                    Objects.requireNonNullElse(mode, ClusterSettings.ConfigServer.Mode.ATLAS_MANAGED));
        }
        return mode == null ? was : was.in(mode);
    }
}
