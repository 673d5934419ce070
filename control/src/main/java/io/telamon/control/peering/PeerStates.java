package io.telamon.control.peering;

import io.telamon.control.cloud.CloudNames;
import io.telamon.control.cluster.topology.Provider;
import io.telamon.control.rehearsal.Pace;
import io.telamon.control.task.Due;
import io.telamon.control.work.DocumentStates;
import io.telamon.control.work.ProjectUnitOfWork;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** The states of peering connections. Nobody accepts them at a provider, so they become available by themselves. */
final class PeerStates implements DocumentStates.States<Peer> {

    private final CloudNames names = new CloudNames();
    private final Supplier<Pace> pace;
    private final Supplier<Instant> clock;
    private final NetworkContainers containers;

    PeerStates(Supplier<Pace> pace, Supplier<Instant> clock, NetworkContainers containers) {
        this.pace = pace;
        this.clock = clock;
        this.containers = containers;
    }

    @Override
    public Optional<Due> due(Peer peer) {
        return switch (peer.status()) {
            case STARTING -> due(Pace.Step.CREATE_PEER);
            case WAITING -> due(Pace.Step.ACCEPT_PEER);
            case AVAILABLE -> Optional.empty();
            case ENDING -> due(Pace.Step.DELETE_PEER);
        };
    }

    private Optional<Due> due(Pace.Step step) {
        return Optional.of(pace.get().due(step, clock.get()));
    }

    @Override
    public Optional<Peer> next(ProjectUnitOfWork unit, Peer peer) {
        return switch (peer.status()) {
            case STARTING -> Optional.of(started(unit, peer));
            case WAITING -> Optional.of(available(unit, peer));
            case AVAILABLE -> Optional.of(peer);
            case ENDING -> {
                containers.release(unit, peer.id());
                yield Optional.empty();
            }
        };
    }

    private Peer started(ProjectUnitOfWork unit, Peer peer) {
        return switch (peer.provider()) {
            case AWS -> peer.in(PeerStatus.WAITING).connected("pcx-" + names.hexadecimal(17));
            case AZURE -> available(unit, peer);
            case GCP -> peer.in(PeerStatus.WAITING);
        };
    }

    private static Peer available(ProjectUnitOfWork unit, Peer peer) {
        if (peer.provider() != Provider.AWS) {
            unit.append(peer.provider() + "_PEER_ACTIVE");
        }
        return peer.in(PeerStatus.AVAILABLE);
    }
}
