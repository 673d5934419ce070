package io.telamon.control.privatelink;

import io.telamon.control.cluster.topology.Provider;
import io.telamon.control.limit.Limit;
import io.telamon.control.peering.NetworkContainers;
import io.telamon.control.rehearsal.Pace;
import io.telamon.control.task.Due;
import io.telamon.control.work.DocumentStates;
import io.telamon.control.work.ProjectUnitOfWork;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** The states of private endpoint services. */
final class ServiceStates implements DocumentStates.States<EndpointService> {

    private final Supplier<Pace> pace;
    private final Supplier<Instant> clock;
    private final ServiceNameMaker names;
    private final NetworkContainers containers;

    ServiceStates(Supplier<Pace> pace, Supplier<Instant> clock, ServiceNameMaker names, NetworkContainers containers) {
        this.pace = pace;
        this.clock = clock;
        this.names = names;
        this.containers = containers;
    }

    @Override
    public Optional<Due> due(EndpointService service) {
        return switch (service.status()) {
            case INITIATING ->
                due(
                        service.provider() == Provider.GCP
                                ? Pace.Step.CREATE_ENDPOINT_SERVICE_ON_GCP
                                : Pace.Step.CREATE_ENDPOINT_SERVICE);
            case DELETING -> due(Pace.Step.DELETE_ENDPOINT_SERVICE);
            case AVAILABLE -> Optional.empty();
        };
    }

    private Optional<Due> due(Pace.Step step) {
        return Optional.of(pace.get().due(step, clock.get()));
    }

    @Override
    public Optional<EndpointService> next(ProjectUnitOfWork unit, EndpointService service) {
        return switch (service.status()) {
            case INITIATING -> {
                long attachments = unit.lockProjectForLimit(Limit.SERVICE_CONNECTIONS);
                yield Optional.of(service.available(names.of(service, unit.projectId(), attachments)));
            }
            case DELETING -> {
                containers.release(unit, service.id());
                yield Optional.empty();
            }
            case AVAILABLE -> Optional.of(service);
        };
    }
}
