package io.telamon.control.privatelink;

import io.telamon.control.cluster.topology.Provider;
import io.telamon.control.store.StoredAsJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A private endpoint: what a client has at the provider, connected to a private endpoint service.
 *
 * @param id its own, 24 hexadecimal digits, which the API does not show
 * @param serviceId of the service
 * @param clientEndId the provider's id of it, or on Google Cloud the name of the group, which the API knows it by
 * @param ipAddress on Azure
 * @param googleProjectId on Google Cloud
 * @param rules on Google Cloud, the forwarding rules of the group
 */
@StoredAsJson
record PrivateEndpoint(
        String id,
        String serviceId,
        Provider provider,
        String clientEndId,
        LinkStatus status,
        @Nullable String ipAddress,
        @Nullable String googleProjectId,
        List<Rule> rules) {

    /** A forwarding rule of Google Cloud. */
    record Rule(@Nullable String name, @Nullable String ipAddress) {}

    PrivateEndpoint in(LinkStatus other) {
        return new PrivateEndpoint(id, serviceId, provider, clientEndId, other, ipAddress, googleProjectId, rules);
    }
}
