package io.telamon.control.peering;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.cloud.CloudNames;
import io.telamon.control.cluster.Regions;
import io.telamon.control.cluster.topology.Provider;
import io.telamon.control.cluster.topology.RegionNodes;
import io.telamon.control.work.Documents;
import io.telamon.control.work.ProjectUnitOfWork;
import io.telamon.control.work.UnitsOfWork;
import io.telamon.gateway.model.ProjectId;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The network containers of projects, and who uses them: AWS and Azure have one in each region, Google Cloud one in each
 * project. Safe for use by many threads.
 */
public final class NetworkContainers {

    private final Documents<NetworkContainer> containers = new Documents<>("network-container", NetworkContainer.class);
    private final CloudNames names = new CloudNames();
    private final UnitsOfWork units;
    private final ContainerRules rules;

    /** The containers of a store. */
    public NetworkContainers(UnitsOfWork units, Regions regions) {
        this.units = units;
        this.rules = new ContainerRules(regions);
    }

    /**
     * Notes that something of the project is in a region, whose container is made if there is none, and is provisioned
     * then. Doing so twice is harmless. The project gets locked.
     *
     * @param region as the API names it
     * @param user the id of a cluster, a private endpoint service or a peering connection
     */
    public void use(ProjectUnitOfWork unit, Provider provider, String region, String user) {
        unit.lockProject();
        List<NetworkContainer> all = list(unit.handle(), unit.projectId());
        NetworkContainer container = all.stream()
                .filter(one -> one.holds(provider, region))
                .findFirst()
                .orElseGet(() -> new NetworkContainer(
                        units.newId(),
                        provider,
                        provider == Provider.GCP ? List.of() : List.of(region),
                        rules.freeBlock(provider, all).text(),
                        null,
                        List.of()));
        use(unit, container, user);
    }

    /** Notes that a cluster of the project, which must be locked, uses the containers of these regions and no others. */
    void synchronize(ProjectUnitOfWork unit, List<RegionNodes> regions, String cluster) {
        regions.forEach(region -> use(unit, region.provider(), region.region(), cluster));
        list(unit.handle(), unit.projectId()).stream()
                .filter(container -> container.isUsedBy(cluster)
                        && regions.stream().noneMatch(region -> container.holds(region.provider(), region.region())))
                .forEach(container -> put(unit, container.without(cluster)));
    }

    /** Notes that something uses a container of the project, which must be locked. */
    void use(ProjectUnitOfWork unit, NetworkContainer container, String user) {
        CloudNetwork known = container.network();
        CloudNetwork network = known == null ? CloudNetwork.of(container, unit.projectId(), names) : known;
        put(unit, container.usedBy(user, network));
    }

    /** Notes that something of the project is gone. The project gets locked where a container was used by it. */
    public void release(ProjectUnitOfWork unit, String user) {
        if (isUsed(unit.handle(), unit.projectId(), user)) {
            unit.lockProject();
            list(unit.handle(), unit.projectId()).stream()
                    .filter(container -> container.isUsedBy(user))
                    .forEach(container -> put(unit, container.without(user)));
        }
    }

    /** Whether a container of the project is used by something. */
    boolean isUsed(Handle handle, ProjectId projectId, String user) {
        return list(handle, projectId).stream().anyMatch(container -> container.isUsedBy(user));
    }

    /** All of a project, oldest first. */
    List<NetworkContainer> list(Handle handle, ProjectId projectId) {
        return containers.list(handle, projectId);
    }

    /**
     * The container of an id.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#CLOUD_PROVIDER_CONTAINER_NOT_FOUND}
     */
    NetworkContainer get(Handle handle, ProjectId projectId, String id) {
        return containers
                .find(handle, projectId, id)
                .orElseThrow(() -> ErrorCode.CLOUD_PROVIDER_CONTAINER_NOT_FOUND.about(id));
    }

    NetworkContainer put(ProjectUnitOfWork unit, NetworkContainer container) {
        containers.put(unit, container.id(), container);
        return container;
    }

    void delete(ProjectUnitOfWork unit, NetworkContainer container) {
        containers.delete(unit, container.id());
    }
}
