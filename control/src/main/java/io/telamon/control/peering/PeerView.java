package io.telamon.control.peering;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.telamon.control.cluster.topology.Provider;
import org.jspecify.annotations.Nullable;

/** A peering connection as clients see it. */
public sealed interface PeerView {

    /** On AWS. The region of the accepter shows as null where it is that of the container. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record OnAws(
            @Nullable String accepterRegionName,
            @Nullable String awsAccountId,
            @Nullable String connectionId,
            String containerId,
            @Nullable String errorStateName,
            String id,
            Provider providerName,
            @Nullable String routeTableCidrBlock,
            String statusName,
            @Nullable String vpcId)
            implements PeerView {}

    /** On Azure. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record OnAzure(
            @Nullable String azureDirectoryId,
            @Nullable String azureSubscriptionId,
            String containerId,
            @Nullable String errorState,
            String id,
            Provider providerName,
            @Nullable String resourceGroupName,
            String status,
            @Nullable String vnetName)
            implements PeerView {}

    /** On Google Cloud. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record OnGoogleCloud(
            String containerId,
            @Nullable String errorMessage,
            @Nullable String gcpProjectId,
            String id,
            @Nullable String networkName,
            Provider providerName,
            String status)
            implements PeerView {}

    /** The view of a connection. */
    static PeerView of(Peer peer) {
        PeerNetwork network = peer.network();
        String status = peer.status().shown(peer.provider());
        return switch (peer.provider()) {
            case AWS ->
                new OnAws(
                        network.accepterRegionName(),
                        network.awsAccountId(),
                        peer.connectionId(),
                        peer.containerId(),
                        null,
                        peer.id(),
                        Provider.AWS,
                        network.routeTableCidrBlock(),
                        status,
                        network.vpcId());
            case AZURE ->
                new OnAzure(
                        network.azureDirectoryId(),
                        network.azureSubscriptionId(),
                        peer.containerId(),
                        null,
                        peer.id(),
                        Provider.AZURE,
                        network.resourceGroupName(),
                        status,
                        network.vnetName());
            case GCP ->
                new OnGoogleCloud(
                        peer.containerId(),
                        null,
                        network.gcpProjectId(),
                        peer.id(),
                        network.networkName(),
                        Provider.GCP,
                        status);
        };
    }
}
