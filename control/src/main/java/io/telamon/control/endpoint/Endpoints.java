package io.telamon.control.endpoint;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.cluster.Cluster;
import io.telamon.control.cluster.ClusterKey;
import io.telamon.control.cluster.Clusters;
import io.telamon.control.cluster.DataPlane;
import io.telamon.control.cluster.PrivateEndpointPort;
import io.telamon.control.event.Event;
import io.telamon.control.event.EventLog;
import io.telamon.control.rehearsal.Pace;
import io.telamon.control.store.ObjectIdGenerator;
import io.telamon.control.store.Store;
import io.telamon.control.store.Transaction;
import io.telamon.control.task.Task;
import io.telamon.control.task.Tasks;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What clients may do with private endpoints. A change, its event and its next step are written together. */
final class Endpoints {

    /** An instance has at most so many. */
    private static final int MOST = 2;

    private final Store store;
    private final EndpointTable table;
    private final EndpointSteps steps;
    private final EventLog events;
    private final ObjectIdGenerator ids;
    private final Clusters clusters;

    Endpoints(
            Store store,
            EndpointTable table,
            EndpointSteps steps,
            EventLog events,
            ObjectIdGenerator ids,
            Clusters clusters) {
        this.store = store;
        this.table = table;
        this.steps = steps;
        this.events = events;
        this.ids = ids;
        this.clusters = clusters;
    }

    List<Endpoint> list(Cluster instance) {
        return store.read(handle -> table.list(handle, instance.id()));
    }

    Endpoint get(Cluster instance, String id) {
        return of(instance, id, store.read(handle -> table.find(handle, id)));
    }

    Endpoint create(Call<?> call, Cluster instance, Optional<String> comment) {
        String id = ids.next();
        return store.write(transaction -> {
            clusters.lock(transaction, new ClusterKey(instance.projectId(), instance.name()));
            List<Endpoint> others = table.list(transaction.handle(), instance.id());
            if (others.size() >= MOST) {
                throw ErrorCode.PRIVATELINK_CANNOT_ACCEPT_ENDPOINTS.about(
                        "the instance has as many private endpoints as it can have, " + MOST);
            }
            Endpoint endpoint = requested(id, instance, comment, freeOrdinal(others));
            table.insert(transaction.handle(), endpoint);
            events.append(transaction, event(call, endpoint, "INTERFACE_ENDPOINT_CREATED"));
            return steps.begin(transaction, endpoint, Pace.Step.RESERVE_ENDPOINT);
        });
    }

    private static int freeOrdinal(List<Endpoint> others) {
        Set<Integer> taken =
                others.stream().map(other -> other.privatePort().ordinal()).collect(Collectors.toSet());
        return IntStream.range(0, MOST)
                .filter(ordinal -> !taken.contains(ordinal))
                .findFirst()
                .orElse(MOST);
    }

    private static Endpoint requested(String id, Cluster instance, Optional<String> comment, int ordinal) {
        return new Endpoint(
                id,
                instance.id(),
                instance.projectId(),
                instance.organizationId(),
                instance.provider(),
                new EndpointState.ReservationRequested(),
                comment,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new PrivateEndpointPort(ordinal, 0));
    }

    Endpoint update(Call<?> call, Cluster instance, String id, EndpointChange change) {
        return store.write(transaction -> {
            Endpoint before = of(instance, id, table.lock(transaction, id));
            Endpoint commented = change.comment().isPresent() ? before.commented(change.comment()) : before;
            Optional<Endpoint> connecting = change.clientEndId()
                    .filter(end -> !before.clientEndId().equals(Optional.of(end)) || isFailed(before))
                    .map(end -> connecting(commented, end, change.ipAddress()));
            Endpoint after = connecting.orElse(commented);
            table.update(transaction.handle(), after);
            events.append(transaction, event(call, after, "INTERFACE_ENDPOINT_PATCHED"));
            return connecting.isPresent() ? steps.begin(transaction, after, Pace.Step.CONNECT_ENDPOINT) : after;
        });
    }

    void delete(Call<?> call, Cluster instance, String id) {
        store.write(transaction -> {
            Endpoint before = of(instance, id, table.lock(transaction, id));
            if (before.state() instanceof EndpointState.Deleting) {
                return before;
            }
            Endpoint after = before.in(new EndpointState.Deleting());
            table.update(transaction.handle(), after);
            steps.closed(transaction, after);
            events.append(transaction, event(call, after, "INTERFACE_ENDPOINT_DELETED"));
            return steps.begin(transaction, after, Pace.Step.DELETE_ENDPOINT);
        });
    }

    private static boolean isFailed(Endpoint endpoint) {
        return endpoint.state() instanceof EndpointState.Failed;
    }

    private static Endpoint connecting(Endpoint endpoint, String end, Optional<String> address) {
        return switch (endpoint.state()) {
            case EndpointState.Reserved reserved -> endpoint.connecting(reserved.connecting(), end, address);
            case EndpointState.Failed failed -> endpoint.connecting(failed.connecting(), end, address);
            default ->
                throw ErrorCode.PRIVATELINK_CANNOT_ACCEPT_ENDPOINTS.about("the private endpoint is "
                        + endpoint.state().status() + ", and takes the client's end while it is RESERVED or FAILED");
        };
    }

    private static Endpoint of(Cluster instance, String id, Optional<Endpoint> found) {
        return found.filter(endpoint -> endpoint.instanceId().equals(instance.id()))
                .orElseThrow(() -> ErrorCode.PRIVATELINK_INTERFACE_ENDPOINT_NOT_FOUND.about(id));
    }

    private static Event event(Call<?> call, Endpoint endpoint, String type) {
        return Event.inProject(endpoint.projectId(), endpoint.organizationId(), call, type)
                .about("endpointId", endpoint.id());
    }

    /** Discards the endpoints of an instance that is going away. */
    static void discard(
            Transaction transaction, EndpointTable table, Tasks tasks, DataPlane dataPlane, Cluster instance) {
        for (Endpoint endpoint : table.list(transaction.handle(), instance.id())) {
            tasks.end(transaction, new Task(EndpointSteps.TASK, endpoint.id()));
            transaction.afterCommit(() -> dataPlane.closePrivate(endpoint.id()));
        }
        table.deleteOfInstance(transaction.handle(), instance.id());
    }
}
