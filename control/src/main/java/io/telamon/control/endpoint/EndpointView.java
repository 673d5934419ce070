package io.telamon.control.endpoint;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.telamon.control.cluster.topology.Provider;
import org.jspecify.annotations.Nullable;

/** A private endpoint as clients see it. Its service has no name until it is reserved, and then it shows as null. */
public record EndpointView(
        @JsonProperty("_id") String id,
        @Nullable String cloudProviderEndpointId,
        @Nullable String comment,

        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String endpointServiceName,

        @Nullable String errorMessage,
        @Nullable String privateEndpointIpAddress,
        @Nullable String privateLinkServiceResourceId,
        Provider providerName,
        String status) {

    static EndpointView of(Endpoint endpoint) {
        return new EndpointView(
                endpoint.id().value(),
                endpoint.clientEnd().clientEndId().orElse(null),
                endpoint.comment().orElse(null),
                endpoint.service().serviceName().orElse(null),
                endpoint.clientEnd().error().orElse(null),
                endpoint.clientEnd().ipAddress().orElse(null),
                endpoint.service().serviceResourceId().orElse(null),
                endpoint.identity().provider(),
                endpoint.state().status());
    }
}
