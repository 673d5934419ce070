package io.telamon.control.cluster.serverless;

import io.telamon.control.api.Link;
import io.telamon.control.cluster.Tag;
import io.telamon.control.cluster.topology.Provider;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A serverless instance, or a flex cluster in its place, as the serverless API shows it. */
public record ServerlessView(
        Connections connectionStrings,
        Instant createDate,
        String groupId,
        String id,
        List<Link> links,
        String mongoDBVersion,
        String name,
        ProviderSettings providerSettings,
        BackupOptions serverlessBackupOptions,
        String stateName,
        List<Tag> tags,
        boolean terminationProtectionEnabled) {

    /** How to connect; private endpoints show once one is available. */
    public record Connections(@Nullable List<PrivateConnection> privateEndpoint, String standardSrv) {}

    /** How to connect through private endpoints. */
    public record PrivateConnection(List<Endpoint> endpoints, String srvConnectionString, String type) {}

    /** One private endpoint of a connection. */
    public record Endpoint(String endpointId, Provider providerName, String region) {}

    /** Where the instance is; the {@code effective} attributes tell of the flex cluster in its place. */
    public record ProviderSettings(
            Provider backingProviderName,
            @Nullable Integer effectiveDiskSizeGBLimit,
            @Nullable String effectiveInstanceSizeName,
            @Nullable String effectiveProviderName,
            @Nullable Instant nextBackupDate,
            String providerName,
            String regionName,
            @Nullable Boolean tenantBackupEnabled) {}
}
