package io.telamon.control.privatelink;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.cluster.Regions;
import io.telamon.control.cluster.topology.Provider;
import io.telamon.control.peering.NetworkContainers;
import io.telamon.control.work.ProjectUnitOfWork;
import io.telamon.control.work.UnitsOfWork;
import io.telamon.gateway.model.ProjectId;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The operations of private endpoint services. */
final class EndpointServices {

    private final UnitsOfWork units;
    private final PrivateLinks links;
    private final Regions regions;
    private final NetworkContainers containers;

    EndpointServices(UnitsOfWork units, PrivateLinks links, Regions regions, NetworkContainers containers) {
        this.units = units;
        this.links = links;
        this.regions = regions;
        this.containers = containers;
    }

    void bind(Operations api) {
        api.serve("listGroupPrivateEndpointEndpointService", this::list);
        api.serve("createGroupPrivateEndpointEndpointService", EndpointServiceCreate.class, this::create);
        api.serve("getGroupPrivateEndpointEndpointService", this::get);
        api.serve("updateGroupPrivateEndpointEndpointService", EndpointServiceUpdate.class, this::update);
        api.serve("deleteGroupPrivateEndpointEndpointService", this::delete);
    }

    private List<EndpointServiceView> list(Call<NoContent> call) {
        Provider provider = PrivateLinks.provider(call);
        return units.read(handle -> links.services(handle, call.projectId(), provider).stream()
                .map(service -> view(handle, call.projectId(), service))
                .toList());
    }

    private EndpointServiceView get(Call<NoContent> call) {
        Provider provider = PrivateLinks.provider(call);
        return units.read(handle -> view(handle, call.projectId(), links.service(handle, call, provider)));
    }

    private EndpointServiceView create(Call<EndpointServiceCreate> call) {
        EndpointServiceCreate body = call.body();
        String region = region(body.providerName(), body.region());
        EndpointService service = new EndpointService(
                units.newId(),
                body.providerName(),
                region,
                LinkStatus.INITIATING,
                body.mapsPorts(),
                ServiceNames.NONE,
                null);
        return units.inProject(call, unit -> {
            unit.lockProject();
            ErrorCode.PRIVATE_ENDPOINT_SERVICE_ALREADY_EXISTS_FOR_REGION.refuseIf(
                    links.services(unit.handle(), unit.projectId(), service.provider()).stream()
                            .anyMatch(other -> other.region().equals(region)),
                    written(service.provider()),
                    region);
            containers.use(unit, service.provider(), region, service.id());
            unit.append("ENDPOINT_SERVICE_CREATED");
            return view(unit, links.enter(unit, service));
        });
    }

    private EndpointServiceView update(Call<EndpointServiceUpdate> call) {
        EndpointServiceUpdate body = call.body();
        List<String> remote = body.supportedRemoteRegions();
        ErrorCode.INVALID_ATTRIBUTE.refuseIf(
                remote != null && body.cloudProvider() != Provider.AWS, "supportedRemoteRegions");
        return units.inProject(call, unit -> {
            unit.lockProject();
            EndpointService before = links.service(unit.handle(), call, body.cloudProvider());
            return view(
                    unit,
                    remote == null
                            ? before
                            : links.put(
                                    unit,
                                    before.reachedFrom(remote.stream()
                                            .map(name -> region(Provider.AWS, name))
                                            .toList())));
        });
    }

    private NoContent delete(Call<NoContent> call) {
        Provider provider = PrivateLinks.provider(call);
        return units.inProject(call, unit -> {
            unit.lockProject();
            EndpointService service = links.service(unit.handle(), call, provider);
            if (service.status() != LinkStatus.DELETING) {
                ErrorCode.CANNOT_DELETE_PRIVATELINK_WITH_ENDPOINTS.refuseIf(
                        !links.endpoints(unit.handle(), unit.projectId(), service)
                                .isEmpty());
                remove(unit, service);
            }
            return NoContent.DONE;
        });
    }

    /** Begins to remove a service. */
    void remove(ProjectUnitOfWork unit, EndpointService service) {
        unit.append("ENDPOINT_SERVICE_DELETED");
        links.enter(unit, service.deleting());
    }

    private String region(Provider provider, String name) {
        return regions.findByAnyName(provider, name)
                .map(Regions.Region::name)
                .orElseThrow(() -> ErrorCode.INVALID_REGION.about(name, provider.name()));
    }

    private EndpointServiceView view(ProjectUnitOfWork unit, EndpointService service) {
        return view(unit.handle(), unit.projectId(), service);
    }

    private EndpointServiceView view(Handle handle, ProjectId projectId, EndpointService service) {
        return EndpointServiceView.of(
                service,
                links.endpoints(handle, projectId, service).stream()
                        .map(PrivateEndpoint::clientEndId)
                        .toList());
    }

    /** The provider as the reported detail writes it. */
    private static String written(Provider provider) {
        return provider == Provider.AZURE ? "Azure" : provider.name();
    }
}
