package io.telamon.control.privatelink;

import io.telamon.control.cluster.topology.Provider;
import io.telamon.control.store.StoredAsJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A private endpoint service: what private endpoints of one region connect to.
 *
 * @param region as the API names it
 * @param portMapping on Google Cloud, whether one private endpoint reaches all nodes, each by a port
 * @param remoteRegions on AWS, the other regions that it can be reached from; absent until they are set
 */
@StoredAsJson
record EndpointService(
        String id,
        Provider provider,
        String region,
        LinkStatus status,
        boolean portMapping,
        ServiceNames names,
        @Nullable List<String> remoteRegions) {

    EndpointService available(ServiceNames named) {
        return new EndpointService(id, provider, region, LinkStatus.AVAILABLE, portMapping, named, remoteRegions);
    }

    EndpointService reachedFrom(List<String> others) {
        return new EndpointService(id, provider, region, status, portMapping, names, List.copyOf(others));
    }

    EndpointService deleting() {
        return new EndpointService(id, provider, region, LinkStatus.DELETING, portMapping, names, remoteRegions);
    }
}
