package io.telamon.control.organization;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Violation;
import io.telamon.control.module.ApiModule;
import io.telamon.control.work.UnitsOfWork;
import java.util.List;

/** The operations of an organization's settings. */
public final class OrganizationSettingsOperations implements ApiModule {

    private final UnitsOfWork units;
    private final Organizations organizations;

    /** The operations over a store. */
    public OrganizationSettingsOperations(UnitsOfWork units, Organizations organizations) {
        this.units = units;
        this.organizations = organizations;
    }

    @Override
    public void bind(Operations api) {
        api.serve("getOrgSettings", call -> organizations.settings(call.organizationId()));
        api.serve("updateOrgSettings", OrganizationSettings.class, this::update);
    }

    private OrganizationSettings update(Call<OrganizationSettings> call) {
        requireConsistent(call.body());
        return units.inOrganization(call, unit -> {
            unit.lockOrganization();
            OrganizationSettings before =
                    organizations.changeSettings(unit.transaction(), unit.organizationId(), call.body());
            OrganizationSettings after = before.changedBy(call.body());
            SettingsEvents.between(before, after).forEach(unit::append);
            return after;
        });
    }

    private static void requireConsistent(OrganizationSettings change) {
        SessionTimeouts timeouts = change.customSessionTimeouts();
        if (timeouts != null && timeouts.idleOutlastsAbsolute()) {
            Violation violation = new Violation(
                    "customSessionTimeouts.idleSessionTimeoutInSeconds",
                    "must not be longer than absoluteSessionTimeoutInSeconds");
            throw ErrorCode.VALIDATION_ERROR.because(
                    List.of(violation), violation.field() + " " + violation.description());
        }
    }
}
