package io.telamon.control.project;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Violation;
import io.telamon.control.limit.Limit;
import io.telamon.control.module.ApiModule;
import io.telamon.control.module.ApiModules;
import io.telamon.control.work.ProjectUnitOfWork;
import io.telamon.control.work.UnitsOfWork;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The operations of a project's limits. */
public final class LimitOperations implements ApiModule {

    private final UnitsOfWork units;
    private final ApiModules modules;

    /**
     * The operations over a store.
     *
     * @param modules count what is used
     */
    public LimitOperations(UnitsOfWork units, ApiModules modules) {
        this.units = units;
        this.modules = modules;
    }

    @Override
    public void bind(Operations api) {
        api.serve("listGroupLimits", this::list);
        api.serve("getGroupLimit", this::get);
        api.serve("setGroupLimit", LimitValue.class, this::set);
        api.serve("deleteGroupLimit", this::remove);
    }

    private List<LimitView> list(Call<NoContent> call) {
        return units.read(handle -> {
            Map<String, Long> set = LimitTable.all(handle, call.projectId());
            return Arrays.stream(Limit.values())
                    .flatMap(limit -> view(handle, call, limit, Optional.ofNullable(set.get(limit.apiName()))).stream())
                    .toList();
        });
    }

    private LimitView get(Call<NoContent> call) {
        Limit limit = limit(call);
        return units.read(handle -> view(handle, call, limit, LimitTable.find(handle, call.projectId(), limit)))
                .orElseThrow(() -> ErrorCode.RESOURCE_NOT_FOUND.about(limit.apiName()));
    }

    private LimitView set(Call<LimitValue> call) {
        Limit limit = limit(call);
        long value = call.body().value();
        if (!limit.allows(value)) {
            Violation violation = new Violation("value", limit.expectation());
            throw ErrorCode.VALIDATION_ERROR.because(List.of(violation), "value " + limit.expectation());
        }
        return units.inProject(call, unit -> {
            unit.lockProjectShared();
            LimitTable.set(unit.handle(), unit.projectId(), limit, value);
            append(unit, limit);
            return LimitView.of(limit, value, modules.usage(unit.handle(), limit, unit.projectId()));
        });
    }

    private NoContent remove(Call<NoContent> call) {
        Limit limit = limit(call);
        return units.inProject(call, unit -> {
            if (LimitTable.remove(unit.handle(), unit.projectId(), limit)) {
                append(unit, limit);
            }
            return NoContent.DONE;
        });
    }

    private static void append(ProjectUnitOfWork unit, Limit limit) {
        unit.append(limit.standard().isPresent() ? "PROJECT_LIMIT_UPDATED" : "DATA_FEDERATION_QUERY_LIMIT_CONFIGURED");
    }

    private Optional<LimitView> view(Handle handle, Call<?> call, Limit limit, Optional<Long> set) {
        return set.or(limit::standard)
                .map(value -> LimitView.of(limit, value, modules.usage(handle, limit, call.projectId())));
    }

    private static Limit limit(Call<?> call) {
        String name = call.path("limitName");
        return Limit.named(name).orElseThrow(() -> ErrorCode.RESOURCE_NOT_FOUND.about(name));
    }
}
