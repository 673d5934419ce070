package io.telamon.control.cluster;

import io.telamon.control.api.Call;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.store.Store;
import io.telamon.control.task.Task;
import io.telamon.control.task.Tasks;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The operations that let go what the pace {@code manual} holds. */
public final class TransitionOperations {

    private static final int MOST_AT_ONCE = 1000;

    private final Store store;
    private final Tasks tasks;

    public TransitionOperations(Store store, Tasks tasks) {
        this.store = store;
        this.tasks = tasks;
    }

    /** Declares them. */
    public void declare(Operations api) {
        api.serve("listHeldTransitions", this::list);
        api.serve("releaseTransitions", ReleaseRequest.class, this::release);
    }

    /**
     * What is to be let go.
     *
     * @param id of the one cluster or private endpoint; everything when it is absent
     */
    @Valid
    public record ReleaseRequest(
            @Nullable @Pattern(regexp = "[a-f0-9]{24}", message = "must be the id of a cluster or private endpoint")
            String id) {}

    /** A transition that waits to be let go. */
    public record HeldTransition(String id, String kind) {}

    private List<HeldTransition> list(Call<NoContent> call) {
        return held();
    }

    private List<HeldTransition> release(Call<ReleaseRequest> call) {
        String only = call.body().id();
        List<HeldTransition> released = held().stream()
                .filter(held -> only == null || only.equals(held.id()))
                .toList();
        store.write(transaction -> {
            released.forEach(held -> tasks.release(transaction, new Task(held.kind(), held.id())));
            return released;
        });
        return released;
    }

    private List<HeldTransition> held() {
        return store.read(handle -> tasks.held(handle, MOST_AT_ONCE)).stream()
                .map(task -> new HeldTransition(task.subject(), task.kind()))
                .toList();
    }
}
