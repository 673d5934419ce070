package io.telamon.control.rehearsal;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Violation;
import io.telamon.control.module.ApiModule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The operations with which testers set faults. */
public final class FaultOperations implements ApiModule {

    private static final Set<Integer> STATUSES = Set.of(429, 500, 503);

    private final Faults faults;
    private final Collection<String> operations;

    /**
     * Over the faults that there are.
     *
     * @param operations the ids of the operations that faults can hit
     */
    public FaultOperations(Faults faults, Collection<String> operations) {
        this.faults = faults;
        this.operations = List.copyOf(operations);
    }

    @Override
    public void bind(Operations api) {
        api.serve("listFaults", call -> faults.list(call.caller()));
        api.serve("createFault", FaultDefinition.class, this::create);
        api.serve("deleteFaults", call -> {
            faults.removeAll(call.caller());
            return NoContent.DONE;
        });
        api.serve("deleteFault", this::delete);
    }

    private FaultView create(Call<FaultDefinition> call) {
        FaultDefinition definition = call.body();
        List<Violation> violations = new ArrayList<>();
        if (!definition.doesSomething()) {
            violations.add(new Violation("", "must have status, latencyMillis, dropConnection or stuck"));
        }
        if (definition.status() != null && !STATUSES.contains(definition.status())) {
            violations.add(new Violation("status", "must be 429, 500 or 503"));
        }
        if (definition.operation() != null && hitsNothing(definition.operation())) {
            violations.add(
                    new Violation(
                            "operation",
                            "must be the id of an operation of the Atlas API, such as createGroupFlexCluster; * stands for any letters"));
        }
        if (!violations.isEmpty()) {
            throw ErrorCode.VALIDATION_ERROR.because(violations, "the fault would do nothing that is known");
        }
        return faults.add(call.caller(), definition);
    }

    private boolean hitsNothing(String operation) {
        return operations.stream().noneMatch(Fault.glob(operation).asMatchPredicate());
    }

    private NoContent delete(Call<NoContent> call) {
        if (!faults.remove(call.caller(), call.path("faultId"))) {
            throw ErrorCode.RESOURCE_NOT_FOUND.about(call.path("faultId"));
        }
        return NoContent.DONE;
    }
}
