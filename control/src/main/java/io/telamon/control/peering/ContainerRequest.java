package io.telamon.control.peering;

import io.telamon.control.api.ReadOnly;
import io.telamon.control.cluster.topology.Provider;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends of a network container.
 *
 * @param region on Azure
 * @param regionName on AWS
 * @param regions on Google Cloud, the regions that it is limited to
 */
@Valid
@ReadOnly({"azureSubscriptionId", "gcpProjectId", "id", "networkName", "provisioned", "vnetName", "vpcId"})
public record ContainerRequest(
        @Nullable String atlasCidrBlock,
        @Nullable Provider providerName,
        @Nullable String region,
        @Nullable String regionName,

        @Nullable @Size(max = 100, message = "must have 100 regions at most")
        List<String> regions) {

    /** The provider, which is AWS where the client names none. */
    Provider provider() {
        return providerName == null ? Provider.AWS : providerName;
    }
}
