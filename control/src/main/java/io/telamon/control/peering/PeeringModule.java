package io.telamon.control.peering;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Operations;
import io.telamon.control.cluster.ClusterQueries;
import io.telamon.control.cluster.Regions;
import io.telamon.control.module.ApiModule;
import io.telamon.control.rehearsal.Pace;
import io.telamon.control.task.Due;
import io.telamon.control.task.TaskHandler;
import io.telamon.control.work.ProjectSetting;
import io.telamon.control.work.ProjectUnitOfWork;
import io.telamon.control.work.UnitOfWork;
import io.telamon.control.work.UnitsOfWork;
import io.telamon.gateway.model.ClusterId;
import java.util.Map;
import java.util.function.Supplier;

/** Network containers, peering connections, and the settings of private addresses of projects. */
public final class PeeringModule implements ApiModule {

    private final NetworkContainers containers;
    private final ClusterQueries clusters;
    private final ContainerOperations containerOperations;
    private final ContainerSynchronization synchronization;
    private final PeerOperations peers;
    private final ProjectSetting<ProjectSwitch> customDns;

    /** Those of a store. */
    public PeeringModule(
            UnitsOfWork units,
            Supplier<Pace> pace,
            Regions regions,
            NetworkContainers containers,
            ClusterQueries clusters) {
        this.containers = containers;
        this.clusters = clusters;
        this.containerOperations = new ContainerOperations(units, containers, new ContainerRules(regions));
        this.synchronization = new ContainerSynchronization(units, containers, clusters);
        this.peers = new PeerOperations(
                units, containers, new PeerRules(regions), new PeerStates(pace, units::now, containers));
        this.customDns = new ProjectSetting<>(units, "aws-custom-dns", ProjectSwitch.class, ProjectSwitch.OFF);
    }

    @Override
    public void bind(Operations api) {
        containerOperations.bind(api);
        peers.bind(api);
        api.serve("getGroupAwsCustomDns", customDns::get);
        api.serve("toggleGroupAwsCustomDns", ProjectSwitch.class, this::toggleCustomDns);
        api.serve("verifyGroupPrivateIpMode", call -> ProjectSwitch.OFF);
        api.serve("disableGroupPrivateIpModePeering", ProjectSwitch.class, PeeringModule::disablePrivateIpMode);
    }

    private ProjectSwitch toggleCustomDns(Call<ProjectSwitch> call) {
        customDns.change(call, before -> call.body(), (unit, before, after) -> {});
        return call.body();
    }

    /** No project is in this mode, which the API lets projects leave and never enter. */
    private static ProjectSwitch disablePrivateIpMode(Call<ProjectSwitch> call) {
        ErrorCode.CANNOT_UPDATE_PRIVATE_IP_MODE.refuseIf(
                call.body().enabled(), "Projects connect through peering and otherwise, whatever they have.");
        return ProjectSwitch.OFF;
    }

    @Override
    public Map<String, TaskHandler> taskHandlers() {
        return Map.of(peers.states().taskKind(), peers.states(), ContainerSynchronization.TASK, synchronization);
    }

    @Override
    public void beforeProjectDeletion(ProjectUnitOfWork unit) {
        ErrorCode.CANNOT_CLOSE_GROUP_ACTIVE_PEERING_CONNECTIONS.refuseIf(peers.any(unit));
    }

    /** Has the containers of a cluster made and released after the change, which must not wait for its project. */
    @Override
    public void afterClusterPlacement(UnitOfWork unit, ClusterId clusterId) {
        clusters.byId(unit, clusterId)
                .ifPresent(cluster -> unit.schedule(ContainerSynchronization.task(cluster), new Due.At(unit.now())));
    }

    @Override
    public void beforeClusterRemoval(UnitOfWork unit, ClusterId clusterId) {
        clusters.byId(unit, clusterId)
                .filter(cluster -> containers.isUsed(unit.handle(), cluster.projectId(), clusterId.value()))
                .ifPresent(cluster -> unit.schedule(ContainerSynchronization.task(cluster), new Due.At(unit.now())));
    }
}
