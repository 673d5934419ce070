package io.telamon.control.endpoint;

import io.telamon.control.api.Operations;
import io.telamon.control.cluster.Cluster;
import io.telamon.control.cluster.Clusters;
import io.telamon.control.cluster.DataPlane;
import io.telamon.control.cluster.Dependents;
import io.telamon.control.cluster.Regions;
import io.telamon.control.cluster.serverless.PrivateConnections;
import io.telamon.control.cluster.serverless.ServerlessView;
import io.telamon.control.event.EventLog;
import io.telamon.control.notification.ChangeNotifier;
import io.telamon.control.rehearsal.Pace;
import io.telamon.control.store.ObjectIdGenerator;
import io.telamon.control.store.Store;
import io.telamon.control.task.TaskHandler;
import io.telamon.control.task.Tasks;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Puts the parts of this package together. */
public final class EndpointModule implements PrivateConnections {

    /** The kind of tasks that move private endpoints. */
    public static final String TASK = EndpointSteps.TASK;

    private final Store store;
    private final EndpointTable table;
    private final DataPlane dataPlane;
    private final EndpointSteps steps;
    private final Endpoints endpoints;
    private final EndpointOperations operations;

    public EndpointModule(
            Store store,
            Tasks tasks,
            EventLog events,
            ObjectIdGenerator ids,
            Clock clock,
            Supplier<Pace> pace,
            Clusters clusters,
            Regions regions,
            DataPlane dataPlane,
            ChangeNotifier notifier) {
        this.store = store;
        this.table = new EndpointTable();
        this.dataPlane = dataPlane;
        this.steps = new EndpointSteps(
                store, table, tasks, new EndpointServiceNames(regions), clusters, dataPlane, notifier, clock, pace);
        this.endpoints = new Endpoints(store, table, steps, events, ids, clusters);
        this.operations = new EndpointOperations(clusters, endpoints);
    }

    /** What goes away together with a cluster. */
    public static Dependents dependents(Tasks tasks, DataPlane dataPlane) {
        EndpointTable table = new EndpointTable();
        return (transaction, cluster) -> Endpoints.discard(transaction, table, tasks, dataPlane, cluster);
    }

    /** Declares the operations. */
    public void declare(Operations api) {
        operations.declare(api);
    }

    /** What moves private endpoints. */
    public TaskHandler steps() {
        return steps;
    }

    /** Opens again the ports of those that are available. */
    public void open() {
        store.read(table::available)
                .forEach(endpoint -> dataPlane.keepPrivate(
                        endpoint.id(),
                        endpoint.instanceId(),
                        endpoint.privatePort().port()));
    }

    /** Opens and closes what belongs to a cluster whose endpoints another node has moved. */
    public void follow(String clusterId) {
        Map<String, Integer> ports = store.read(handle -> table.list(handle, clusterId)).stream()
                .filter(endpoint -> endpoint.state() instanceof EndpointState.Available
                        && endpoint.privatePort().port() > 0)
                .collect(Collectors.toMap(
                        Endpoint::id, endpoint -> endpoint.privatePort().port()));
        dataPlane.followPrivate(clusterId, ports);
    }

    @Override
    public List<ServerlessView.PrivateConnection> of(Cluster instance) {
        return endpoints.list(instance).stream()
                .filter(endpoint -> endpoint.state() instanceof EndpointState.Available)
                .map(endpoint -> new ServerlessView.PrivateConnection(
                        List.of(new ServerlessView.Endpoint(
                                endpoint.clientEndId().orElse(endpoint.id()), endpoint.provider(), instance.region())),
                        dataPlane.privateConnectionString(instance, endpoint.privatePort()),
                        "MONGOS"))
                .toList();
    }
}
