package io.telamon.control.endpoint;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.cluster.Cluster;
import io.telamon.control.cluster.ClusterQueries;
import io.telamon.control.cluster.PrivateEndpointPort;
import io.telamon.control.model.EndpointId;
import io.telamon.control.rehearsal.Pace;
import io.telamon.control.work.ProjectUnitOfWork;
import io.telamon.control.work.UnitsOfWork;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What clients may do with private endpoints. A change, its event and its next step are written together. */
final class Endpoints {

    /** An instance has at most so many. */
    private static final int MOST = 2;

    private final UnitsOfWork units;
    private final EndpointSteps steps;
    private final ClusterQueries clusters;

    Endpoints(UnitsOfWork units, EndpointSteps steps, ClusterQueries clusters) {
        this.units = units;
        this.steps = steps;
        this.clusters = clusters;
    }

    List<Endpoint> list(Cluster instance) {
        return units.read(handle -> EndpointTable.list(handle, instance.id()));
    }

    Endpoint get(Cluster instance, EndpointId id) {
        return of(instance, id, units.read(handle -> EndpointTable.find(handle, id)));
    }

    Endpoint create(Call<?> call, Cluster instance, Optional<String> comment) {
        return units.inProject(call, unit -> {
            clusters.lock(unit, instance.key());
            List<Endpoint> others = EndpointTable.list(unit.handle(), instance.id());
            ErrorCode.PRIVATELINK_CANNOT_ACCEPT_ENDPOINTS.refuseIf(
                    others.size() >= MOST, "the instance has as many private endpoints as it can have, " + MOST);
            Endpoint endpoint = new Endpoint(
                    new EndpointIdentity(
                            new EndpointId(units.newId()),
                            instance.id(),
                            instance.projectId(),
                            instance.organizationId(),
                            instance.placement().provider()),
                    new EndpointState.ReservationRequested(),
                    comment,
                    EndpointService.NONE,
                    ClientEnd.NONE,
                    new PrivateEndpointPort(freeOrdinal(others), OptionalInt.empty()));
            EndpointTable.insert(unit.handle(), endpoint);
            append(unit, endpoint, "INTERFACE_ENDPOINT_CREATED");
            return steps.begin(unit, endpoint, Pace.Step.RESERVE_ENDPOINT);
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

    Endpoint update(Call<?> call, Cluster instance, EndpointId id, EndpointChange change) {
        return units.inProject(call, unit -> {
            Endpoint before = of(instance, id, EndpointTable.lock(unit.transaction(), id));
            Endpoint commented = change.comment().map(before::commented).orElse(before);
            Optional<Endpoint> connecting = change.clientEndId()
                    .filter(end -> !before.clientEnd().clientEndId().equals(Optional.of(end)) || isFailed(before))
                    .map(end -> connecting(
                            commented, new ClientEnd(Optional.of(end), change.ipAddress(), Optional.empty())));
            Endpoint after = connecting.orElse(commented);
            EndpointTable.update(unit.handle(), after);
            append(unit, after, "INTERFACE_ENDPOINT_PATCHED");
            return connecting.isPresent() ? steps.begin(unit, after, Pace.Step.CONNECT_ENDPOINT) : after;
        });
    }

    void delete(Call<?> call, Cluster instance, EndpointId id) {
        units.inProject(call, unit -> {
            Endpoint before = of(instance, id, EndpointTable.lock(unit.transaction(), id));
            if (before.state() instanceof EndpointState.Deleting) {
                return before;
            }
            Endpoint after = before.deleting();
            EndpointTable.update(unit.handle(), after);
            steps.close(unit, after);
            append(unit, after, "INTERFACE_ENDPOINT_DELETED");
            return steps.begin(unit, after, Pace.Step.DELETE_ENDPOINT);
        });
    }

    private static boolean isFailed(Endpoint endpoint) {
        return endpoint.state() instanceof EndpointState.Failed;
    }

    private static Endpoint connecting(Endpoint endpoint, ClientEnd end) {
        return switch (endpoint.state()) {
            case EndpointState.Reserved reserved -> endpoint.connecting(reserved.connecting(), end);
            case EndpointState.Failed failed -> endpoint.connecting(failed.connecting(), end);
            default ->
                throw ErrorCode.PRIVATELINK_CANNOT_ACCEPT_ENDPOINTS.about("the private endpoint is "
                        + endpoint.state().status() + ", and takes the client's end while it is RESERVED or FAILED");
        };
    }

    private static Endpoint of(Cluster instance, EndpointId id, Optional<Endpoint> found) {
        return found.filter(endpoint -> endpoint.instanceId().equals(instance.id()))
                .orElseThrow(() -> ErrorCode.PRIVATELINK_INTERFACE_ENDPOINT_NOT_FOUND.about(id));
    }

    private static void append(ProjectUnitOfWork unit, Endpoint endpoint, String type) {
        unit.append(type, Map.of("endpointId", endpoint.id().value()));
    }
}
