package io.telamon.control.peering;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Page;
import io.telamon.control.cluster.topology.Provider;
import io.telamon.control.work.UnitsOfWork;
import java.util.List;
import java.util.function.Predicate;

/** The operations of network containers. */
final class ContainerOperations {

    private final UnitsOfWork units;
    private final NetworkContainers containers;
    private final ContainerRules rules;

    ContainerOperations(UnitsOfWork units, NetworkContainers containers, ContainerRules rules) {
        this.units = units;
        this.containers = containers;
        this.rules = rules;
    }

    void bind(Operations api) {
        api.servePage("listGroupContainers", call -> {
            Provider provider = Providers.inQuery(call);
            return list(call, container -> container.provider() == provider);
        });
        api.servePage("listGroupContainerAll", call -> list(call, container -> true));
        api.serve("createGroupContainer", ContainerRequest.class, this::create);
        api.serve(
                "getGroupContainer",
                call -> units.read(handle ->
                        ContainerView.of(containers.get(handle, call.projectId(), call.path("containerId")))));
        api.serve("updateGroupContainer", ContainerRequest.class, this::update);
        api.serve("deleteGroupContainer", this::delete);
    }

    private Page<ContainerView> list(Call<NoContent> call, Predicate<NetworkContainer> shown) {
        List<NetworkContainer> found = units.read(handle ->
                containers.list(handle, call.projectId()).stream().filter(shown).toList());
        return Page.of(call.page(), found).map(ContainerView::of);
    }

    private ContainerView create(Call<ContainerRequest> call) {
        ContainerRequest body = call.body();
        List<String> regions = rules.regions(body);
        return units.inProject(call, unit -> {
            unit.lockProject();
            List<NetworkContainer> others = containers.list(unit.handle(), unit.projectId());
            ErrorCode.CONTAINER_ALREADY_EXISTS.refuseIf(
                    others.stream()
                            .anyMatch(
                                    other -> other.holds(body.provider(), regions.isEmpty() ? "" : regions.getFirst())),
                    unit.projectId());
            Ipv4Block block = rules.block(body, regions, others);
            return ContainerView.of(containers.put(
                    unit,
                    new NetworkContainer(units.newId(), body.provider(), regions, block.text(), null, List.of())));
        });
    }

    private ContainerView update(Call<ContainerRequest> call) {
        ContainerRequest body = call.body();
        return units.inProject(call, unit -> {
            unit.lockProject();
            List<NetworkContainer> all = containers.list(unit.handle(), unit.projectId());
            NetworkContainer before = containers.get(unit.handle(), unit.projectId(), call.path("containerId"));
            refuseOtherPlace(body, before);
            if (body.atlasCidrBlock() == null || body.atlasCidrBlock().equals(before.cidrBlock())) {
                return ContainerView.of(before);
            }
            ErrorCode.CANNOT_UPDATE_SMALL_CONTAINER.refuseIf(before.small(), before.id());
            refuseInUse(before);
            Ipv4Block block = rules.checked(body.atlasCidrBlock(), before.provider(), true);
            rules.refuseOverlap(
                    block,
                    before.provider(),
                    all.stream().filter(other -> !other.equals(before)).toList());
            unit.append("CONTAINER_SUBNETS_UPDATE_REQUESTED");
            return ContainerView.of(containers.put(unit, before.with(block)));
        });
    }

    private void refuseOtherPlace(ContainerRequest body, NetworkContainer container) {
        ErrorCode.INVALID_ATTRIBUTE.refuseIf(
                body.providerName() != null && body.providerName() != container.provider(), "providerName");
        boolean named = body.regionName() != null || body.region() != null || body.regions() != null;
        ContainerRequest here =
                new ContainerRequest(null, container.provider(), body.region(), body.regionName(), body.regions());
        ErrorCode.CANNOT_CHANGE_CONTAINER_REGION.refuseIf(
                named && !rules.regions(here).equals(container.regions()));
    }

    private NoContent delete(Call<NoContent> call) {
        return units.inProject(call, unit -> {
            unit.lockProject();
            NetworkContainer container = containers.get(unit.handle(), unit.projectId(), call.path("containerId"));
            refuseInUse(container);
            containers.delete(unit, container);
            unit.append("CONTAINER_DELETED");
            return NoContent.DONE;
        });
    }

    private static void refuseInUse(NetworkContainer container) {
        ErrorCode.CONTAINERS_IN_USE.refuseIf(
                container.inUse(),
                "Delete the clusters, private endpoint services and peering connections in container " + container.id()
                        + " first.");
    }
}
