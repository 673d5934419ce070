package io.telamon.control.privatelink;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Operations;
import io.telamon.control.work.ProjectSetting;
import io.telamon.control.work.ProjectUnitOfWork;
import io.telamon.control.work.UnitsOfWork;
import java.util.Collection;

/** The operations of regionalized private endpoints. */
final class RegionalModes {

    private final ProjectSetting<RegionalMode> modes;
    private final PrivateLinks links;

    RegionalModes(UnitsOfWork units, PrivateLinks links) {
        this.modes = new ProjectSetting<>(units, "regional-mode", RegionalMode.class, RegionalMode.DISABLED);
        this.links = links;
    }

    void bind(Operations api) {
        api.serve("getGroupPrivateEndpointRegionalMode", modes::get);
        api.serve("toggleGroupPrivateEndpointRegionalMode", RegionalMode.class, this::toggle);
    }

    private RegionalMode toggle(Call<RegionalMode> call) {
        modes.change(call, before -> call.body(), (unit, before, after) -> {
            check(unit);
            if (!before.equals(after)) {
                unit.append("REGIONALIZED_PRIVATE_ENDPOINT_MODE_" + (after.enabled() ? "ENABLED" : "DISABLED"));
            }
        });
        return call.body();
    }

    /**
     * Refuses what a project cannot have without the mode: several private endpoints in one region, and some in another.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#MULTIPLE_PRIVATE_ENDPOINTS_RESTRICTED_TO_SINGLE_REGION}
     */
    void check(ProjectUnitOfWork unit) {
        Collection<Long> counts =
                links.endpointsByRegion(unit.handle(), unit.projectId()).values();
        boolean needsMode = counts.size() > 1 && counts.stream().anyMatch(count -> count > 1);
        ErrorCode.MULTIPLE_PRIVATE_ENDPOINTS_RESTRICTED_TO_SINGLE_REGION.refuseIf(
                needsMode && !modes.get(unit).enabled());
    }
}
