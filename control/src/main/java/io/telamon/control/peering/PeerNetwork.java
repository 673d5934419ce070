package io.telamon.control.peering;

import io.telamon.control.cluster.topology.Provider;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The client's network at the other end of a peering connection: attributes of one provider, and the others absent. */
record PeerNetwork(
        @Nullable String accepterRegionName,
        @Nullable String awsAccountId,
        @Nullable String routeTableCidrBlock,
        @Nullable String vpcId,
        @Nullable String azureDirectoryId,
        @Nullable String azureSubscriptionId,
        @Nullable String resourceGroupName,
        @Nullable String vnetName,
        @Nullable String gcpProjectId,
        @Nullable String networkName) {

    /** What no two peering connections of a container have in common. */
    List<String> identity(Provider provider) {
        return switch (provider) {
            case AWS -> parts(awsAccountId, vpcId);
            case AZURE -> parts(azureSubscriptionId, resourceGroupName, vnetName);
            case GCP -> parts(gcpProjectId, networkName);
        };
    }

    /** The same with the region of the accepter, on AWS. */
    PeerNetwork in(String accepterRegion) {
        return new PeerNetwork(
                accepterRegion,
                awsAccountId,
                routeTableCidrBlock,
                vpcId,
                azureDirectoryId,
                azureSubscriptionId,
                resourceGroupName,
                vnetName,
                gcpProjectId,
                networkName);
    }

    /** The name of the network itself. */
    String name(Provider provider) {
        return identity(provider).getLast();
    }

    private static List<String> parts(@Nullable String... parts) {
        return Arrays.stream(parts)
                .map(part -> Objects.requireNonNullElse(part, ""))
                .toList();
    }
}
