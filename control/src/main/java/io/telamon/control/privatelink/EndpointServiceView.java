package io.telamon.control.privatelink;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.telamon.control.cluster.topology.Provider;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A private endpoint service as clients see it. What it does not have yet shows as null, as recorded. */
public sealed interface EndpointServiceView {

    /** On AWS. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record OnAws(
            Provider cloudProvider,
            @Nullable String endpointServiceName,
            @Nullable String errorMessage,
            String id,
            List<String> interfaceEndpoints,
            String regionName,
            String status,
            @Nullable List<String> supportedRemoteRegions)
            implements EndpointServiceView {}

    /** On Azure. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record OnAzure(
            Provider cloudProvider,
            @Nullable String errorMessage,
            String id,
            List<String> privateEndpoints,
            @Nullable String privateLinkServiceName,
            @Nullable String privateLinkServiceResourceId,
            String regionName,
            String status)
            implements EndpointServiceView {}

    /** On Google Cloud. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record OnGoogleCloud(
            Provider cloudProvider,
            List<String> endpointGroupNames,
            @Nullable String errorMessage,
            String id,
            boolean portMappingEnabled,
            String regionName,
            List<String> serviceAttachmentNames,
            String status)
            implements EndpointServiceView {}

    /**
     * The view of a service.
     *
     * @param endpoints the ids, in the API, of its private endpoints
     */
    static EndpointServiceView of(EndpointService service, List<String> endpoints) {
        String status = service.status().name();
        ServiceNames names = service.names();
        return switch (service.provider()) {
            case AWS ->
                new OnAws(
                        Provider.AWS,
                        names.name(),
                        null,
                        service.id(),
                        endpoints,
                        service.region(),
                        status,
                        service.remoteRegions());
            case AZURE ->
                new OnAzure(
                        Provider.AZURE,
                        null,
                        service.id(),
                        endpoints,
                        names.name(),
                        names.resourceId(),
                        service.region(),
                        status);
            case GCP ->
                new OnGoogleCloud(
                        Provider.GCP,
                        endpoints,
                        null,
                        service.id(),
                        service.portMapping(),
                        service.region(),
                        names.attachments(),
                        status);
        };
    }
}
