package io.telamon.control.peering;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.cluster.Regions;
import io.telamon.control.cluster.topology.Provider;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What peering connections can be made of. */
final class PeerRules {

    /** A project has at most so many, and so many of them that are pending, as documented. */
    private static final int MOST = 50;

    private static final int MOST_PENDING = 25;

    private final Regions regions;

    PeerRules(Regions regions) {
        this.regions = regions;
    }

    /**
     * The network, with its region by the provider's name, or without where it is the region of the container.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#MISSING_ATTRIBUTE}, {@link ErrorCode#INVALID_REGION},
     *     {@link ErrorCode#INVALID_ROUTE_TABLE_CIDR}, {@link ErrorCode#OVERLAPPING_CIDR_BLOCK}
     */
    PeerNetwork checked(PeerNetwork network, NetworkContainer container) {
        return switch (container.provider()) {
            case AWS -> aws(network, container);
            case AZURE -> {
                require("azureDirectoryId", network.azureDirectoryId());
                require("azureSubscriptionId", network.azureSubscriptionId());
                require("resourceGroupName", network.resourceGroupName());
                require("vnetName", network.vnetName());
                yield network;
            }
            case GCP -> {
                require("gcpProjectId", network.gcpProjectId());
                require("networkName", network.networkName());
                yield network;
            }
        };
    }

    private PeerNetwork aws(PeerNetwork network, NetworkContainer container) {
        require("awsAccountId", network.awsAccountId());
        require("vpcId", network.vpcId());
        String table = require("routeTableCidrBlock", network.routeTableCidrBlock());
        Ipv4Block block = Ipv4Block.parse(table).orElseThrow(() -> ErrorCode.INVALID_ROUTE_TABLE_CIDR.about(table));
        ErrorCode.OVERLAPPING_CIDR_BLOCK.refuseIf(block.overlaps(container.block()), table);
        return new PeerNetwork(
                accepterRegion(require("accepterRegionName", network.accepterRegionName()), container),
                network.awsAccountId(),
                table,
                network.vpcId(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private @Nullable String accepterRegion(String name, NetworkContainer container) {
        Regions.Region region = regions.findByAnyName(Provider.AWS, name)
                .orElseThrow(() -> ErrorCode.INVALID_REGION.about(name, Provider.AWS.name()));
        return container.regions().contains(region.name()) ? null : region.cloudName();
    }

    /**
     * Refuses a connection beside others of its project.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#PEER_ALREADY_EXISTS} and its like by provider,
     *     {@link ErrorCode#OVERLAPPING_CIDR_BLOCK}
     */
    void refuseClash(Peer peer, List<Peer> others) {
        List<Peer> beside = others.stream()
                .filter(other ->
                        !other.id().equals(peer.id()) && other.containerId().equals(peer.containerId()))
                .toList();
        Provider provider = peer.provider();
        boolean twice = beside.stream()
                .anyMatch(other ->
                        other.network().identity(provider).equals(peer.network().identity(provider)));
        String name = peer.network().name(provider);
        switch (provider) {
            case AWS -> ErrorCode.PEER_ALREADY_EXISTS.refuseIf(twice, name, peer.containerId());
            case AZURE -> ErrorCode.PEER_ALREADY_EXISTS_AZURE.refuseIf(twice, name, peer.containerId());
            case GCP -> ErrorCode.PEER_ALREADY_EXISTS_GCP.refuseIf(twice, name, peer.containerId());
        }
        block(peer)
                .ifPresent(block -> ErrorCode.OVERLAPPING_CIDR_BLOCK.refuseIf(
                        beside.stream().flatMap(other -> block(other).stream()).anyMatch(block::overlaps),
                        block.text()));
    }

    /**
     * Refuses one more connection of a project.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#PEER_MAXIMUM_REACHED}
     */
    void refuseMore(List<Peer> others) {
        ErrorCode.PEER_MAXIMUM_REACHED.refuseIf(others.size() >= MOST, MOST);
        long pending = others.stream().filter(other -> other.status().pending()).count();
        ErrorCode.PEER_MAXIMUM_REACHED.refuseIf(pending >= MOST_PENDING, MOST_PENDING);
    }

    private static Optional<Ipv4Block> block(Peer peer) {
        return Ipv4Block.parse(Objects.requireNonNullElse(peer.network().routeTableCidrBlock(), ""));
    }

    private static String require(String field, @Nullable String value) {
        if (value == null) {
            throw ErrorCode.MISSING_ATTRIBUTE.about(field);
        }
        return value;
    }
}
