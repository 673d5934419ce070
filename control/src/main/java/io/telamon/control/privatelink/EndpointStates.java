package io.telamon.control.privatelink;

import io.telamon.control.rehearsal.Pace;
import io.telamon.control.task.Due;
import io.telamon.control.work.DocumentStates;
import io.telamon.control.work.ProjectUnitOfWork;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** The states of private endpoints. */
final class EndpointStates implements DocumentStates.States<PrivateEndpoint> {

    private final Supplier<Pace> pace;
    private final Supplier<Instant> clock;

    EndpointStates(Supplier<Pace> pace, Supplier<Instant> clock) {
        this.pace = pace;
        this.clock = clock;
    }

    @Override
    public Optional<Due> due(PrivateEndpoint endpoint) {
        return switch (endpoint.status()) {
            case INITIATING -> due(Pace.Step.CONNECT_ENDPOINT);
            case DELETING -> due(Pace.Step.DELETE_ENDPOINT);
            case AVAILABLE -> Optional.empty();
        };
    }

    private Optional<Due> due(Pace.Step step) {
        return Optional.of(pace.get().due(step, clock.get()));
    }

    @Override
    public Optional<PrivateEndpoint> next(ProjectUnitOfWork unit, PrivateEndpoint endpoint) {
        return switch (endpoint.status()) {
            case INITIATING -> Optional.of(endpoint.in(LinkStatus.AVAILABLE));
            case DELETING -> Optional.empty();
            case AVAILABLE -> Optional.of(endpoint);
        };
    }
}
