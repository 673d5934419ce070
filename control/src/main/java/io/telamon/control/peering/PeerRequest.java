package io.telamon.control.peering;

import io.telamon.control.api.ReadOnly;
import io.telamon.control.cluster.topology.Provider;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** What a client sends of a peering connection: the attributes of the container's provider. */
@Valid
@ReadOnly({"connectionId", "errorMessage", "errorState", "errorStateName", "id", "status", "statusName"})
public record PeerRequest(
        @Nullable String accepterRegionName,

        @Nullable @Pattern(regexp = "[0-9]{12}", message = "must have 12 digits")
        String awsAccountId,

        @Nullable @Pattern(regexp = UUID, message = "must be a UUID")
        String azureDirectoryId,

        @Nullable @Pattern(regexp = UUID, message = "must be a UUID")
        String azureSubscriptionId,

        @NotNull String containerId,

        @Nullable
        @Pattern(
                regexp = "[a-z][0-9a-z-]{4,28}[0-9a-z]",
                message = "must have 6 to 30 lower-case letters, digits and hyphens")
        String gcpProjectId,

        @Nullable
        @Pattern(
                regexp = "[a-z]([-a-z0-9]{0,61}[a-z0-9])?",
                message = "must have up to 63 lower-case letters, digits and hyphens")
        String networkName,

        @Nullable Provider providerName,

        @Nullable @Pattern(regexp = NAME, message = "must have letters, digits, and the characters - . _ ( ) alone")
        String resourceGroupName,

        @Nullable String routeTableCidrBlock,

        @Nullable @Pattern(regexp = NAME, message = "must have letters, digits, and the characters - . _ ( ) alone")
        String vnetName,

        @Nullable
        @Pattern(regexp = "vpc-([0-9a-f]{17}|[0-9a-f]{8})", message = "must be vpc- and 17 hexadecimal digits")
        String vpcId) {

    private static final String UUID = "[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}";
    private static final String NAME = "[-\\w._()]{1,90}";

    /** The network of the client, of the attributes that its provider has. */
    PeerNetwork network(Provider provider) {
        return switch (provider) {
            case AWS ->
                new PeerNetwork(
                        accepterRegionName,
                        awsAccountId,
                        routeTableCidrBlock,
                        vpcId,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
            case AZURE ->
                new PeerNetwork(
                        null,
                        null,
                        null,
                        null,
                        azureDirectoryId,
                        azureSubscriptionId,
                        resourceGroupName,
                        vnetName,
                        null,
                        null);
            case GCP -> new PeerNetwork(null, null, null, null, null, null, null, null, gcpProjectId, networkName);
        };
    }
}
