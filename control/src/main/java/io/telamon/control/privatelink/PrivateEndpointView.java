package io.telamon.control.privatelink;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.telamon.control.cluster.topology.Provider;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A private endpoint as clients see it. */
public sealed interface PrivateEndpointView {

    /** On AWS. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record OnAws(
            Provider cloudProvider,
            String connectionStatus,
            boolean deleteRequested,
            @Nullable String errorMessage,
            String interfaceEndpointId)
            implements PrivateEndpointView {}

    /** On Azure. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record OnAzure(
            Provider cloudProvider,
            boolean deleteRequested,
            @Nullable String errorMessage,
            @Nullable String privateEndpointConnectionName,
            @Nullable String privateEndpointIPAddress,
            String privateEndpointResourceId,
            String status)
            implements PrivateEndpointView {}

    /** On Google Cloud. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record OnGoogleCloud(
            Provider cloudProvider,
            boolean deleteRequested,
            String endpointGroupName,
            List<ForwardingRule> endpoints,
            @Nullable String errorMessage,
            @Nullable String gcpProjectId,
            boolean portMappingEnabled,
            String status)
            implements PrivateEndpointView {}

    /** A forwarding rule of Google Cloud. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ForwardingRule(
            @Nullable String endpointName, @Nullable String ipAddress, String status) {}

    /** The view of an endpoint of a service. */
    static PrivateEndpointView of(PrivateEndpoint endpoint, EndpointService service) {
        boolean deleting = endpoint.status() == LinkStatus.DELETING;
        String status = endpoint.status().name();
        return switch (endpoint.provider()) {
            case AWS ->
                new OnAws(
                        Provider.AWS,
                        endpoint.status() == LinkStatus.INITIATING ? "PENDING_ACCEPTANCE" : status,
                        deleting,
                        null,
                        endpoint.clientEndId());
            case AZURE ->
                new OnAzure(
                        Provider.AZURE,
                        deleting,
                        null,
                        endpoint.status() == LinkStatus.INITIATING ? null : connectionName(endpoint.clientEndId()),
                        endpoint.ipAddress(),
                        endpoint.clientEndId(),
                        status);
            case GCP ->
                new OnGoogleCloud(
                        Provider.GCP,
                        deleting,
                        endpoint.clientEndId(),
                        endpoint.rules().stream()
                                .map(rule -> new ForwardingRule(rule.name(), rule.ipAddress(), status))
                                .toList(),
                        null,
                        endpoint.googleProjectId(),
                        service.portMapping(),
                        status);
        };
    }

    /** Subscription, resource group and name of the resource, with encoded slashes between them, as the API documents it. */
    private static String connectionName(String resource) {
        String[] parts = resource.split("/", -1);
        return String.join("%2F", parts[2], parts[4], parts[parts.length - 1]);
    }
}
