package io.telamon.control.search;

import io.telamon.control.rehearsal.Pace;
import io.telamon.control.task.Due;
import io.telamon.control.work.DocumentStates;
import io.telamon.control.work.ProjectUnitOfWork;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The states of search indexes. */
final class IndexStates implements DocumentStates.States<SearchIndex> {

    private final Supplier<Pace> pace;
    private final Supplier<Instant> clock;

    IndexStates(Supplier<Pace> pace, Supplier<Instant> clock) {
        this.pace = pace;
        this.clock = clock;
    }

    @Override
    public Optional<Due> due(SearchIndex index) {
        return switch (index.status()) {
            case PENDING -> due(Pace.Step.BEGIN_SEARCH_INDEX);
            case BUILDING -> due(Pace.Step.BUILD_SEARCH_INDEX);
            case DELETING -> due(Pace.Step.DELETE_SEARCH_INDEX);
            case READY -> Optional.empty();
        };
    }

    private Optional<Due> due(Pace.Step step) {
        return Optional.of(pace.get().due(step, clock.get()));
    }

    @Override
    public Optional<SearchIndex> next(ProjectUnitOfWork unit, SearchIndex index) {
        return switch (index.status()) {
            case PENDING -> Optional.of(index.in(SearchIndex.Status.BUILDING));
            case BUILDING -> {
                unit.append(
                        "FTS_INDEX_BUILD_COMPLETE",
                        Map.of("indexName", index.place().name()));
                yield Optional.of(index.in(SearchIndex.Status.READY));
            }
            case READY -> Optional.of(index);
            case DELETING -> Optional.empty();
        };
    }
}
