package io.telamon.control.peering;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Page;
import io.telamon.control.api.Patch;
import io.telamon.control.cluster.topology.Provider;
import io.telamon.control.work.DocumentStates;
import io.telamon.control.work.Documents;
import io.telamon.control.work.ProjectUnitOfWork;
import io.telamon.control.work.UnitsOfWork;
import java.util.List;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/** The operations of peering connections. */
final class PeerOperations {

    private static final Pattern ID = Pattern.compile("[a-f0-9]{24}");

    private final Documents<Peer> peers = new Documents<>("network-peer", Peer.class);
    private final UnitsOfWork units;
    private final NetworkContainers containers;
    private final PeerRules rules;
    private final DocumentStates<Peer> states;

    PeerOperations(UnitsOfWork units, NetworkContainers containers, PeerRules rules, PeerStates states) {
        this.units = units;
        this.containers = containers;
        this.rules = rules;
        this.states = new DocumentStates<>(units, peers, "network-peer", states);
    }

    void bind(Operations api) {
        api.servePage("listGroupPeers", this::list);
        api.serve("createGroupPeer", PeerRequest.class, this::create);
        api.serve("getGroupPeer", call -> units.read(handle -> PeerView.of(peer(handle, call))));
        api.serve("updateGroupPeer", PeerRequest.class, this::update);
        api.serve("deleteGroupPeer", this::delete);
    }

    /** What moves connections on. */
    DocumentStates<Peer> states() {
        return states;
    }

    /** Whether a project has connections. */
    boolean any(ProjectUnitOfWork unit) {
        return peers.count(unit.handle(), unit.projectId()) > 0;
    }

    private Page<PeerView> list(Call<NoContent> call) {
        Provider provider = Providers.inQuery(call);
        List<Peer> found = units.read(handle -> peers.list(handle, call.projectId()).stream()
                .filter(peer -> peer.provider() == provider)
                .toList());
        return Page.of(call.page(), found).map(PeerView::of);
    }

    private PeerView create(Call<PeerRequest> call) {
        return units.inProject(call, unit -> {
            unit.lockProject();
            NetworkContainer container = container(unit, call.body());
            Provider provider = container.provider();
            Peer peer = new Peer(
                    units.newId(),
                    provider,
                    container.id(),
                    PeerStatus.STARTING,
                    null,
                    rules.checked(call.body().network(provider), container));
            List<Peer> others = peers.list(unit.handle(), unit.projectId());
            rules.refuseMore(others);
            rules.refuseClash(peer, others);
            containers.use(unit, container, peer.id());
            unit.append(PeerEvents.CREATED.type(provider));
            return PeerView.of(states.enter(unit, peer.id(), peer));
        });
    }

    private NetworkContainer container(ProjectUnitOfWork unit, PeerRequest body) {
        NetworkContainer container = containers.get(unit.handle(), unit.projectId(), body.containerId());
        ErrorCode.INVALID_ATTRIBUTE.refuseIf(
                body.providerName() != null && body.providerName() != container.provider(), "providerName");
        return container;
    }

    /** A connection to another network is set up anew; another route table changes nothing else. */
    private PeerView update(Call<PeerRequest> call) {
        return units.inProject(call, unit -> {
            unit.lockProject();
            Peer before = peer(unit.handle(), call);
            NetworkContainer container = container(unit, call.body());
            ErrorCode.INVALID_ATTRIBUTE.refuseIf(!container.id().equals(before.containerId()), "containerId");
            ErrorCode.PEER_INVALID_STATE.refuseIf(
                    before.status() == PeerStatus.ENDING,
                    before.id(),
                    before.status().shown(before.provider()));
            Peer after = before.to(changed(before, call.body(), container));
            if (after.equals(before)) {
                return PeerView.of(before);
            }
            rules.refuseClash(after, peers.list(unit.handle(), unit.projectId()));
            unit.append(PeerEvents.UPDATED.type(before.provider()));
            if (isSameNetwork(before, after)) {
                peers.put(unit, after.id(), after);
                return PeerView.of(after);
            }
            return PeerView.of(states.enter(unit, after.id(), after.in(PeerStatus.STARTING)));
        });
    }

    private PeerNetwork changed(Peer before, PeerRequest body, NetworkContainer container) {
        PeerNetwork merged = Patch.applied(before.network(), body.network(before.provider()));
        String inItsRegion =
                container.regions().isEmpty() ? null : container.regions().getFirst();
        return rules.checked(
                merged.accepterRegionName() == null && inItsRegion != null ? merged.in(inItsRegion) : merged,
                container);
    }

    private static boolean isSameNetwork(Peer before, Peer after) {
        return before.network()
                .identity(before.provider())
                .equals(after.network().identity(after.provider()));
    }

    private NoContent delete(Call<NoContent> call) {
        return units.inProject(call, unit -> {
            unit.lockProject();
            Peer peer = peer(unit.handle(), call);
            ErrorCode.PEER_ALREADY_REQUESTED_DELETION.refuseIf(peer.status() == PeerStatus.ENDING, peer.id());
            unit.append(PeerEvents.DELETED.type(peer.provider()));
            states.enter(unit, peer.id(), peer.in(PeerStatus.ENDING));
            return NoContent.DONE;
        });
    }

    private Peer peer(Handle handle, Call<?> call) {
        String id = call.path("peerId");
        ErrorCode.INVALID_PEER_ID.refuseIf(!ID.matcher(id).matches(), id);
        return peers.find(handle, call.projectId(), id)
                .orElseThrow(() -> ErrorCode.PEER_NOT_FOUND.about(id, call.projectId()));
    }
}
