package io.telamon.control.endpoint;

import io.telamon.control.cluster.Clusters;
import io.telamon.control.cluster.DataPlane;
import io.telamon.control.notification.ChangeNotifier;
import io.telamon.control.rehearsal.Pace;
import io.telamon.control.store.Store;
import io.telamon.control.store.Transaction;
import io.telamon.control.task.Due;
import io.telamon.control.task.Task;
import io.telamon.control.task.TaskHandler;
import io.telamon.control.task.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Moves private endpoints to the states that follow. */
final class EndpointSteps implements TaskHandler {

    static final String TASK = "endpoint";

    private final Store store;
    private final EndpointTable table;
    private final Tasks tasks;
    private final EndpointServiceNames serviceNames;
    private final Clusters clusters;
    private final DataPlane dataPlane;
    private final ChangeNotifier notifier;
    private final Clock clock;
    private final Supplier<Pace> pace;

    EndpointSteps(
            Store store,
            EndpointTable table,
            Tasks tasks,
            EndpointServiceNames serviceNames,
            Clusters clusters,
            DataPlane dataPlane,
            ChangeNotifier notifier,
            Clock clock,
            Supplier<Pace> pace) {
        this.store = store;
        this.table = table;
        this.tasks = tasks;
        this.serviceNames = serviceNames;
        this.clusters = clusters;
        this.dataPlane = dataPlane;
        this.notifier = notifier;
        this.clock = clock;
        this.pace = pace;
    }

    /** Begins a step, which is over at once where the pace says so. */
    Endpoint begin(Transaction transaction, Endpoint endpoint, Pace.Step step) {
        Due due = pace.get().due(step, clock.instant());
        if (due instanceof Due.AtOnce) {
            return finish(transaction, endpoint);
        }
        tasks.schedule(transaction, new Task(TASK, endpoint.id()), due);
        return endpoint;
    }

    @Override
    public Optional<Duration> run(String id) {
        store.write(transaction -> {
            Optional<Endpoint> endpoint = table.lock(transaction, id);
            endpoint.ifPresentOrElse(
                    found -> finish(transaction, found), () -> tasks.end(transaction, new Task(TASK, id)));
            return endpoint;
        });
        return Optional.empty();
    }

    private Endpoint finish(Transaction transaction, Endpoint endpoint) {
        tasks.end(transaction, new Task(TASK, endpoint.id()));
        return switch (endpoint.state()) {
            case EndpointState.ReservationRequested requested -> reserve(transaction, endpoint, requested);
            case EndpointState.Initiating initiating -> connect(transaction, endpoint, initiating);
            case EndpointState.Deleting deleting -> {
                table.delete(transaction.handle(), endpoint.id());
                yield endpoint;
            }
            case EndpointState.Reserved reserved -> endpoint;
            case EndpointState.Available available -> endpoint;
            case EndpointState.Failed failed -> endpoint;
        };
    }

    private Endpoint reserve(Transaction transaction, Endpoint endpoint, EndpointState.ReservationRequested requested) {
        return clusters.byId(transaction, endpoint.instanceId())
                .map(serviceNames::of)
                .map(service -> endpoint.reserved(requested.reserved(), service.name(), service.resourceId()))
                .map(reserved -> put(transaction, reserved))
                .orElse(endpoint);
    }

    /** A client's end can be connected once; whoever names it again gets no connection. */
    private Endpoint connect(Transaction transaction, Endpoint endpoint, EndpointState.Initiating initiating) {
        boolean taken = endpoint.clientEndId()
                .filter(end -> table.isConnectedElsewhere(transaction.handle(), end, endpoint.id()))
                .isPresent();
        notifier.portsChanged(transaction, endpoint.instanceId());
        return put(
                transaction,
                taken
                        ? endpoint.failed(
                                initiating.refused(), "This end is connected to another private endpoint already.")
                        : endpoint.available(
                                initiating.connected(), dataPlane.placePrivate(endpoint.id(), endpoint.instanceId())));
    }

    /** Lets nobody in through an endpoint any more. */
    void closed(Transaction transaction, Endpoint endpoint) {
        transaction.afterCommit(() -> dataPlane.closePrivate(endpoint.id()));
        notifier.portsChanged(transaction, endpoint.instanceId());
    }

    private Endpoint put(Transaction transaction, Endpoint endpoint) {
        table.update(transaction.handle(), endpoint);
        return endpoint;
    }
}
