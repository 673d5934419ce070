package io.telamon.control.organization;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Operations;
import io.telamon.control.api.RateSet;
import io.telamon.control.api.Role;
import io.telamon.control.api.Violation;
import io.telamon.control.event.Event;
import io.telamon.control.event.EventLog;
import io.telamon.control.store.Store;
import java.util.List;

/** The operations of an organization's settings. */
final class SettingsOperations {

    private static final String VERSION = "2023-01-01";
    private static final String SETTINGS = "/orgs/{orgId}/settings";

    private final Store store;
    private final Organizations organizations;
    private final EventLog events;

    SettingsOperations(Store store, Organizations organizations, EventLog events) {
        this.store = store;
        this.organizations = organizations;
        this.events = events;
    }

    void declare(Operations api) {
        api.operation("getOrgSettings")
                .get(SETTINGS)
                .version(VERSION)
                .needs(Role.ORG_MEMBER)
                .limited(RateSet.ORGANIZATION_SETTINGS)
                .answers(200, call -> organizations.settings(call.organizationId()));
        api.operation("updateOrgSettings")
                .patch(SETTINGS)
                .version(VERSION)
                .needs(Role.ORG_OWNER)
                .limited(RateSet.ORGANIZATION_SETTINGS)
                .takes(OrganizationSettings.class)
                .answers(200, this::update);
    }

    private OrganizationSettings update(Call<OrganizationSettings> call) {
        requireConsistent(call.body());
        String id = call.organizationId();
        return store.write(transaction -> {
            organizations.lock(transaction, id);
            OrganizationSettings before = organizations.changeSettings(transaction, id, call.body());
            OrganizationSettings after = before.changedBy(call.body());
            SettingsEvents.between(before, after)
                    .forEach(type -> events.append(transaction, Event.inOrganization(id, call, type)));
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
