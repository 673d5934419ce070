package io.telamon.control.privatelink;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Operations;
import io.telamon.control.cluster.Regions;
import io.telamon.control.module.ApiModule;
import io.telamon.control.peering.NetworkContainers;
import io.telamon.control.rehearsal.Pace;
import io.telamon.control.task.TaskHandler;
import io.telamon.control.work.DocumentStates;
import io.telamon.control.work.ProjectUnitOfWork;
import io.telamon.control.work.UnitsOfWork;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The private endpoint services of projects and the private endpoints that are connected to them. */
public final class PrivateLinkModule implements ApiModule {

    private final PrivateLinks links;
    private final EndpointServices services;
    private final PrivateEndpoints endpoints;
    private final RegionalModes modes;

    /** Those of a store. */
    public PrivateLinkModule(UnitsOfWork units, Supplier<Pace> pace, Regions regions, NetworkContainers containers) {
        this.links = new PrivateLinks(
                units,
                new ServiceStates(pace, units::now, new ServiceNameMaker(regions), containers),
                new EndpointStates(pace, units::now));
        this.modes = new RegionalModes(units, links);
        this.services = new EndpointServices(units, links, regions, containers);
        this.endpoints = new PrivateEndpoints(units, links, services, modes);
    }

    @Override
    public void bind(Operations api) {
        services.bind(api);
        endpoints.bind(api);
        modes.bind(api);
    }

    @Override
    public Map<String, TaskHandler> taskHandlers() {
        return links.states().stream().collect(Collectors.toMap(DocumentStates::taskKind, Function.identity()));
    }

    @Override
    public void beforeProjectDeletion(ProjectUnitOfWork unit) {
        ErrorCode.CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_PRIVATE_ENDPOINT_SERVICES.refuseIf(links.any(unit));
    }
}
