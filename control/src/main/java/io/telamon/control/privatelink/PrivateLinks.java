package io.telamon.control.privatelink;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.cluster.topology.Provider;
import io.telamon.control.work.DocumentStates;
import io.telamon.control.work.Documents;
import io.telamon.control.work.ProjectUnitOfWork;
import io.telamon.control.work.UnitsOfWork;
import io.telamon.gateway.model.ProjectId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The private endpoint services and private endpoints of projects, as they are stored. */
final class PrivateLinks {

    private final Documents<EndpointService> services =
            new Documents<>("private-endpoint-service", EndpointService.class);
    private final Documents<PrivateEndpoint> endpoints = new Documents<>("private-endpoint", PrivateEndpoint.class);
    private final DocumentStates<EndpointService> serviceStates;
    private final DocumentStates<PrivateEndpoint> endpointStates;

    PrivateLinks(UnitsOfWork units, ServiceStates serviceStates, EndpointStates endpointStates) {
        this.serviceStates = new DocumentStates<>(units, services, "private-endpoint-service", serviceStates);
        this.endpointStates = new DocumentStates<>(units, endpoints, "private-endpoint", endpointStates);
    }

    /**
     * The provider that the path of a call names.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#INVALID_PROVIDER}
     */
    static Provider provider(Call<?> call) {
        String name = call.path("cloudProvider");
        return Arrays.stream(Provider.values())
                .filter(provider -> provider.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ErrorCode.INVALID_PROVIDER.about(name));
    }

    /** The services of a project at a provider, oldest first. */
    List<EndpointService> services(Handle handle, ProjectId projectId, Provider provider) {
        return services.list(handle, projectId).stream()
                .filter(service -> service.provider() == provider)
                .toList();
    }

    /**
     * The service that the path of a call names.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#PRIVATE_ENDPOINT_SERVICE_NOT_FOUND}
     */
    EndpointService service(Handle handle, Call<?> call, Provider provider) {
        String id = call.path("endpointServiceId");
        return services.find(handle, call.projectId(), id)
                .filter(service -> service.provider() == provider)
                .orElseThrow(() -> ErrorCode.PRIVATE_ENDPOINT_SERVICE_NOT_FOUND.about(id, call.projectId()));
    }

    /** Whether a project has services. */
    boolean any(ProjectUnitOfWork unit) {
        return services.count(unit.handle(), unit.projectId()) > 0;
    }

    /** The private endpoints of a project, oldest first. */
    List<PrivateEndpoint> endpoints(Handle handle, ProjectId projectId) {
        return endpoints.list(handle, projectId);
    }

    /** Those of a service. */
    List<PrivateEndpoint> endpoints(Handle handle, ProjectId projectId, EndpointService service) {
        return endpoints(handle, projectId).stream()
                .filter(endpoint -> endpoint.serviceId().equals(service.id()))
                .toList();
    }

    /** How many private endpoints there are in each region that has some, by region. */
    Map<String, Long> endpointsByRegion(Handle handle, ProjectId projectId) {
        Map<String, String> regions = services.list(handle, projectId).stream()
                .collect(Collectors.toMap(EndpointService::id, service -> service.provider() + " " + service.region()));
        return endpoints(handle, projectId).stream()
                .collect(Collectors.groupingBy(
                        endpoint -> regions.getOrDefault(endpoint.serviceId(), ""), Collectors.counting()));
    }

    /** Writes a service in a new state. */
    EndpointService enter(ProjectUnitOfWork unit, EndpointService service) {
        return serviceStates.enter(unit, service.id(), service);
    }

    /** Writes a private endpoint in a new state. */
    PrivateEndpoint enter(ProjectUnitOfWork unit, PrivateEndpoint endpoint) {
        return endpointStates.enter(unit, endpoint.id(), endpoint);
    }

    /** Writes a service whose state stays as it is. */
    EndpointService put(ProjectUnitOfWork unit, EndpointService service) {
        services.put(unit, service.id(), service);
        return service;
    }

    /** What moves services and private endpoints on. */
    List<DocumentStates<?>> states() {
        return List.of(serviceStates, endpointStates);
    }
}
