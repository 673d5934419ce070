package io.telamon.control.endpoint;

import io.telamon.control.cluster.ClusterQueries;
import io.telamon.control.cluster.PrivateEndpointPorts;
import io.telamon.control.model.EndpointId;
import io.telamon.control.rehearsal.Pace;
import io.telamon.control.task.Due;
import io.telamon.control.task.Task;
import io.telamon.control.task.TaskHandler;
import io.telamon.control.work.UnitOfWork;
import io.telamon.control.work.UnitsOfWork;
import io.telamon.gateway.model.ClusterId;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Moves private endpoints to the states that follow. */
final class EndpointSteps implements TaskHandler {

    static final String TASK = "endpoint";

    private final UnitsOfWork units;
    private final EndpointServiceNames serviceNames;
    private final ClusterQueries clusters;
    private final PrivateEndpointPorts ports;
    private final Supplier<Pace> pace;

    EndpointSteps(
            UnitsOfWork units,
            EndpointServiceNames serviceNames,
            ClusterQueries clusters,
            PrivateEndpointPorts ports,
            Supplier<Pace> pace) {
        this.units = units;
        this.serviceNames = serviceNames;
        this.clusters = clusters;
        this.ports = ports;
        this.pace = pace;
    }

    /** Begins a step, which is over at once where the pace says so. */
    Endpoint begin(UnitOfWork unit, Endpoint endpoint, Pace.Step step) {
        Due due = pace.get().due(step, unit.now());
        if (due instanceof Due.AtOnce) {
            return finish(unit, endpoint);
        }
        unit.schedule(new Task(TASK, endpoint.id().value()), due);
        return endpoint;
    }

    @Override
    public Optional<Duration> run(String subject) {
        units.write(unit -> {
            Optional<Endpoint> endpoint = EndpointTable.lock(unit.transaction(), new EndpointId(subject));
            endpoint.ifPresentOrElse(found -> finish(unit, found), () -> unit.endTask(new Task(TASK, subject)));
            return endpoint;
        });
        return Optional.empty();
    }

    private Endpoint finish(UnitOfWork unit, Endpoint endpoint) {
        unit.endTask(new Task(TASK, endpoint.id().value()));
        return switch (endpoint.state()) {
            case EndpointState.ReservationRequested requested -> reserve(unit, endpoint, requested);
            case EndpointState.Initiating initiating -> connect(unit, endpoint, initiating);
            case EndpointState.Deleting deleting -> {
                EndpointTable.delete(unit.handle(), endpoint);
                yield endpoint;
            }
            case EndpointState.Reserved reserved -> endpoint;
            case EndpointState.Available available -> endpoint;
            case EndpointState.Failed failed -> endpoint;
        };
    }

    private Endpoint reserve(UnitOfWork unit, Endpoint endpoint, EndpointState.ReservationRequested requested) {
        return clusters.byId(unit, endpoint.instanceId())
                .map(serviceNames::of)
                .map(service -> put(unit, endpoint.reserved(requested, service)))
                .orElse(endpoint);
    }

    /** A client's end can be connected once; whoever names it again gets no connection. */
    private Endpoint connect(UnitOfWork unit, Endpoint endpoint, EndpointState.Initiating initiating) {
        unit.notifyPortsChanged(endpoint.instanceId());
        return put(
                unit,
                EndpointTable.isConnectedElsewhere(unit.handle(), endpoint)
                        ? endpoint.failed(initiating, "This end is connected to another private endpoint already.")
                        : endpoint.available(initiating, ports.openPrivate(endpoint.id(), endpoint.instanceId())));
    }

    /** Lets nobody in through an endpoint any more. */
    void close(UnitOfWork unit, Endpoint endpoint) {
        unit.afterCommit(() -> ports.closePrivate(endpoint.id()));
        unit.notifyPortsChanged(endpoint.instanceId());
    }

    /** Removes the endpoints of an instance that is going away. */
    void removeAll(UnitOfWork unit, ClusterId instanceId) {
        for (Endpoint endpoint : EndpointTable.list(unit.handle(), instanceId)) {
            unit.endTask(new Task(TASK, endpoint.id().value()));
            unit.afterCommit(() -> ports.closePrivate(endpoint.id()));
            EndpointTable.delete(unit.handle(), endpoint);
        }
    }

    private static Endpoint put(UnitOfWork unit, Endpoint endpoint) {
        EndpointTable.update(unit.handle(), endpoint);
        return endpoint;
    }
}
