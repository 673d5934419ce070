package io.telamon.control.peering;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.telamon.control.cluster.topology.Provider;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A network container as clients see it. What the provider has not made yet shows as null. */
public sealed interface ContainerView {

    /** On AWS. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record OnAws(
            String atlasCidrBlock,
            String id,
            Provider providerName,
            boolean provisioned,
            String regionName,
            @Nullable String vpcId)
            implements ContainerView {}

    /** On Azure. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record OnAzure(
            String atlasCidrBlock,
            @Nullable String azureSubscriptionId,
            String id,
            Provider providerName,
            boolean provisioned,
            String region,
            @Nullable String vnetName)
            implements ContainerView {}

    /** On Google Cloud. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record OnGoogleCloud(
            String atlasCidrBlock,
            @Nullable String gcpProjectId,
            String id,
            @Nullable String networkName,
            Provider providerName,
            boolean provisioned,
            List<String> regions)
            implements ContainerView {}

    /** The view of a container. */
    static ContainerView of(NetworkContainer container) {
        CloudNetwork network = container.network();
        String owner = network == null ? null : network.owner();
        String name = network == null ? null : network.name();
        String block = container.cidrBlock();
        return switch (container.provider()) {
            case AWS ->
                new OnAws(
                        block,
                        container.id(),
                        Provider.AWS,
                        container.inUse(),
                        container.regions().getFirst(),
                        name);
            case AZURE ->
                new OnAzure(
                        block,
                        owner,
                        container.id(),
                        Provider.AZURE,
                        container.inUse(),
                        container.regions().getFirst(),
                        name);
            case GCP ->
                new OnGoogleCloud(
                        block, owner, container.id(), name, Provider.GCP, container.inUse(), container.regions());
        };
    }
}
