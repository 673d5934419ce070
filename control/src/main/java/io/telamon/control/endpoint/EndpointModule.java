package io.telamon.control.endpoint;

import io.telamon.control.api.Operations;
import io.telamon.control.cluster.Cluster;
import io.telamon.control.cluster.ClusterQueries;
import io.telamon.control.cluster.DataPlane;
import io.telamon.control.cluster.Regions;
import io.telamon.control.cluster.serverless.PrivateConnections;
import io.telamon.control.cluster.serverless.ServerlessView;
import io.telamon.control.model.EndpointId;
import io.telamon.control.module.ApiModule;
import io.telamon.control.rehearsal.Pace;
import io.telamon.control.task.TaskHandler;
import io.telamon.control.work.UnitOfWork;
import io.telamon.control.work.UnitsOfWork;
import io.telamon.gateway.model.ClusterId;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The private endpoints of serverless instances. */
public final class EndpointModule implements ApiModule, PrivateConnections {

    private static final Logger log = LoggerFactory.getLogger(EndpointModule.class);

    private final UnitsOfWork units;
    private final DataPlane dataPlane;
    private final EndpointSteps steps;
    private final Endpoints endpoints;
    private final EndpointOperations operations;

    /** The private endpoints of a store. */
    public EndpointModule(
            UnitsOfWork units, Supplier<Pace> pace, ClusterQueries clusters, Regions regions, DataPlane dataPlane) {
        this.units = units;
        this.dataPlane = dataPlane;
        this.steps = new EndpointSteps(units, new EndpointServiceNames(regions), clusters, dataPlane, pace);
        this.endpoints = new Endpoints(units, steps, clusters);
        this.operations = new EndpointOperations(clusters, endpoints);
    }

    @Override
    public void bind(Operations api) {
        operations.bind(api);
    }

    @Override
    public Map<String, TaskHandler> taskHandlers() {
        return Map.of(EndpointSteps.TASK, steps);
    }

    @Override
    public void beforeClusterRemoval(UnitOfWork unit, ClusterId clusterId) {
        steps.removeAll(unit, clusterId);
    }

    /** Opens again the ports of those that are available. */
    public void open() {
        units.read(EndpointTable::available).forEach(this::reopen);
    }

    private void reopen(Endpoint endpoint) {
        OptionalInt before = endpoint.privatePort().port();
        OptionalInt now = dataPlane.reopenPrivate(endpoint.id(), endpoint.instanceId(), before.orElseThrow());
        if (now.isPresent() && !now.equals(before)) {
            units.write(unit -> EndpointTable.setPort(unit.handle(), endpoint, now));
            log.warn(
                    "private endpoint {} has another port than before, {}, as that was taken or is not of cluster-ports",
                    endpoint.id(),
                    now.getAsInt());
        }
    }

    @Override
    public void clusterChangedElsewhere(ClusterId clusterId) {
        Map<EndpointId, Integer> ports = units.read(handle -> EndpointTable.list(handle, clusterId)).stream()
                .filter(endpoint -> endpoint.state() instanceof EndpointState.Available
                        && endpoint.privatePort().port().isPresent())
                .collect(Collectors.toMap(
                        Endpoint::id, endpoint -> endpoint.privatePort().port().orElseThrow()));
        dataPlane.synchronizePrivate(clusterId, ports);
    }

    @Override
    public List<ServerlessView.PrivateConnection> of(Cluster instance) {
        return endpoints.list(instance).stream()
                .filter(endpoint -> endpoint.state() instanceof EndpointState.Available)
                .map(endpoint -> new ServerlessView.PrivateConnection(
                        List.of(new ServerlessView.Endpoint(
                                endpoint.clientEnd()
                                        .clientEndId()
                                        .orElse(endpoint.id().value()),
                                endpoint.identity().provider(),
                                instance.placement().region())),
                        dataPlane.privateConnectionString(instance, endpoint.privatePort()),
                        "MONGOS"))
                .toList();
    }
}
