package io.telamon.control.cluster;

import io.telamon.control.api.Call;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.module.ApiModule;
import io.telamon.control.task.Task;
import io.telamon.control.work.UnitsOfWork;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The operations that let go what the pace {@code manual} holds. */
public final class TransitionOperations implements ApiModule {

    private static final int MOST_AT_ONCE = 1000;

    private final UnitsOfWork units;

    /** The operations over the tasks of a store. */
    public TransitionOperations(UnitsOfWork units) {
        this.units = units;
    }

    @Override
    public void bind(Operations api) {
        api.serve("listHeldTransitions", this::list);
        api.serve("releaseTransitions", ReleaseRequest.class, this::release);
    }

    /**
     * What is to be let go.
     *
     * @param id of the one resource; everything when it is absent
     */
    @Valid
    public record ReleaseRequest(
            @Nullable @Pattern(regexp = "[a-f0-9]{24}", message = "must be the id of a resource")
            String id) {}

    /** A transition that waits to be let go. */
    public record HeldTransition(String id, String kind) {

        static HeldTransition of(Task task) {
            return new HeldTransition(task.id(), task.kind());
        }
    }

    private List<HeldTransition> list(Call<NoContent> call) {
        return held().stream().map(HeldTransition::of).toList();
    }

    private List<HeldTransition> release(Call<ReleaseRequest> call) {
        String only = call.body().id();
        List<Task> released = held().stream()
                .filter(task -> only == null || only.equals(task.id()))
                .toList();
        units.write(unit -> {
            released.forEach(unit::release);
            return released;
        });
        return released.stream().map(HeldTransition::of).toList();
    }

    private List<Task> held() {
        return units.read(handle -> units.tasks().held(handle, MOST_AT_ONCE));
    }
}
