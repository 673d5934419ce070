package io.telamon.control.privatelink;

import static java.util.Objects.requireNonNullElse;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.cluster.topology.Provider;
import io.telamon.control.work.ProjectUnitOfWork;
import io.telamon.control.work.UnitsOfWork;
import io.telamon.gateway.model.ProjectId;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The operations of private endpoints that are connected to private endpoint services. */
final class PrivateEndpoints {

    private final UnitsOfWork units;
    private final PrivateLinks links;
    private final EndpointServices services;
    private final RegionalModes modes;

    PrivateEndpoints(UnitsOfWork units, PrivateLinks links, EndpointServices services, RegionalModes modes) {
        this.units = units;
        this.links = links;
        this.services = services;
        this.modes = modes;
    }

    void bind(Operations api) {
        api.serve("createGroupPrivateEndpointEndpointServiceEndpoint", PrivateEndpointCreate.class, this::create);
        api.serve("getGroupPrivateEndpointEndpointServiceEndpoint", this::get);
        api.serve("deleteGroupPrivateEndpointEndpointServiceEndpoint", this::delete);
    }

    private PrivateEndpointView get(Call<NoContent> call) {
        Provider provider = PrivateLinks.provider(call);
        return units.read(handle -> {
            EndpointService service = links.service(handle, call, provider);
            return PrivateEndpointView.of(endpoint(handle, call, service), service);
        });
    }

    private PrivateEndpointView create(Call<PrivateEndpointCreate> call) {
        Provider provider = PrivateLinks.provider(call);
        return units.inProject(call, unit -> {
            unit.lockProject();
            EndpointService service = links.service(unit.handle(), call, provider);
            ErrorCode.PRIVATELINK_CANNOT_ACCEPT_ENDPOINTS.refuseIf(
                    service.status() != LinkStatus.AVAILABLE,
                    "its service is " + service.status() + ", and not AVAILABLE");
            PrivateEndpoint endpoint = endpoint(call.body(), service);
            refuseDuplicate(unit, endpoint);
            PrivateEndpoint entered = links.enter(unit, endpoint);
            modes.check(unit);
            unit.append("INTERFACE_ENDPOINT_CREATED", about(endpoint));
            return PrivateEndpointView.of(entered, service);
        });
    }

    private PrivateEndpoint endpoint(PrivateEndpointCreate body, EndpointService service) {
        String clientEndId = EndpointForms.checkedId(body, service);
        return new PrivateEndpoint(
                units.newId(),
                service.id(),
                service.provider(),
                clientEndId,
                LinkStatus.INITIATING,
                service.provider() == Provider.AZURE ? body.privateEndpointIPAddress() : null,
                service.provider() == Provider.GCP ? body.gcpProjectId() : null,
                requireNonNullElse(body.endpoints(), List.<PrivateEndpointCreate.ForwardingRule>of()).stream()
                        .map(rule -> new PrivateEndpoint.Rule(rule.endpointName(), rule.ipAddress()))
                        .toList());
    }

    private void refuseDuplicate(ProjectUnitOfWork unit, PrivateEndpoint endpoint) {
        ErrorCode.PRIVATELINK_INTERFACE_ENDPOINT_ALREADY_EXISTS.refuseIf(
                links.endpoints(unit.handle(), unit.projectId()).stream()
                        .anyMatch(other -> other.provider() == endpoint.provider()
                                && other.clientEndId().equals(endpoint.clientEndId())),
                endpoint.clientEndId());
    }

    /** The last private endpoint of a service takes it along on AWS, as the Kubernetes operator expects. */
    private NoContent delete(Call<NoContent> call) {
        Provider provider = PrivateLinks.provider(call);
        return units.inProject(call, unit -> {
            unit.lockProject();
            EndpointService service = links.service(unit.handle(), call, provider);
            PrivateEndpoint endpoint = endpoint(unit.handle(), call, service);
            if (endpoint.status() == LinkStatus.DELETING) {
                return NoContent.DONE;
            }
            links.enter(unit, endpoint.in(LinkStatus.DELETING));
            unit.append("INTERFACE_ENDPOINT_DELETED", about(endpoint));
            if (provider == Provider.AWS
                    && service.status() != LinkStatus.DELETING
                    && isLast(unit.handle(), unit.projectId(), service)) {
                services.remove(unit, service);
            }
            return NoContent.DONE;
        });
    }

    private boolean isLast(Handle handle, ProjectId projectId, EndpointService service) {
        return links.endpoints(handle, projectId, service).stream()
                .allMatch(other -> other.status() == LinkStatus.DELETING);
    }

    private PrivateEndpoint endpoint(Handle handle, Call<?> call, EndpointService service) {
        String id = EndpointForms.idInPath(call.path("endpointId"), service.provider());
        return links.endpoints(handle, call.projectId(), service).stream()
                .filter(endpoint -> endpoint.clientEndId().equals(id))
                .findFirst()
                .orElseThrow(() -> ErrorCode.PRIVATELINK_INTERFACE_ENDPOINT_NOT_FOUND.about(id));
    }

    private static Map<String, String> about(PrivateEndpoint endpoint) {
        return Map.of("endpointId", endpoint.id());
    }
}
