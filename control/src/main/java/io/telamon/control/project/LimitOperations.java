package io.telamon.control.project;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Violation;
import io.telamon.control.store.Store;
import io.telamon.control.store.Transaction;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The operations of a project's limits. */
final class LimitOperations {

    private final ProjectContext family;
    private final Store store;
    private final LimitTable table = new LimitTable();

    LimitOperations(ProjectContext family) {
        this.family = family;
        this.store = family.store();
    }

    void declare(Operations api) {
        api.serve("listGroupLimits", this::list);
        api.serve("getGroupLimit", this::get);
        api.serve("setGroupLimit", LimitValue.class, this::set);
        api.serve("deleteGroupLimit", this::remove);
    }

    private List<LimitView> list(Call<NoContent> call) {
        return store.read(handle -> {
            Map<String, Long> set = table.all(handle, call.projectId());
            return Arrays.stream(Limit.values())
                    .flatMap(limit -> view(handle, call, limit, Optional.ofNullable(set.get(limit.apiName()))).stream())
                    .toList();
        });
    }

    private LimitView get(Call<NoContent> call) {
        Limit limit = limit(call);
        return store.read(handle -> view(handle, call, limit, table.find(handle, call.projectId(), limit)))
                .orElseThrow(() -> ErrorCode.RESOURCE_NOT_FOUND.about(limit.apiName()));
    }

    private LimitView set(Call<LimitValue> call) {
        Limit limit = limit(call);
        long value = call.body().value();
        if (!limit.allows(value)) {
            Violation violation = new Violation("value", limit.expectation());
            throw ErrorCode.VALIDATION_ERROR.because(List.of(violation), "value " + limit.expectation());
        }
        Project project = family.projects().get(call.projectId());
        return store.write(transaction -> {
            family.projects().requireOpen(transaction, project.id());
            table.set(transaction.handle(), project.id(), limit, value);
            append(transaction, call, project, limit);
            return LimitView.of(limit, value, usage(transaction.handle(), call, limit));
        });
    }

    private NoContent remove(Call<NoContent> call) {
        Limit limit = limit(call);
        Project project = family.projects().get(call.projectId());
        return store.write(transaction -> {
            if (table.remove(transaction.handle(), project.id(), limit)) {
                append(transaction, call, project, limit);
            }
            return NoContent.DONE;
        });
    }

    private void append(Transaction transaction, Call<?> call, Project project, Limit limit) {
        String type = limit.standard().isPresent() ? "PROJECT_LIMIT_UPDATED" : "DATA_FEDERATION_QUERY_LIMIT_CONFIGURED";
        family.events().append(transaction, ProjectOperations.event(call, project, type));
    }

    private Optional<LimitView> view(Handle handle, Call<?> call, Limit limit, Optional<Long> set) {
        return set.or(limit::standard).map(value -> LimitView.of(limit, value, usage(handle, call, limit)));
    }

    private long usage(Handle handle, Call<?> call, Limit limit) {
        return limit == Limit.CLUSTERS
                ? family.clusters().count(handle, call.projectId())
                : family.usage().getOrDefault(limit, (any, project) -> 0).count(handle, call.projectId());
    }

    private static Limit limit(Call<?> call) {
        return Limit.named(call.path("limitName")).orElseThrow(() -> ErrorCode.INVALID_ENUM_VALUE.about("limitName"));
    }
}
