package io.telamon.control.organization;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Violation;
import io.telamon.control.event.Event;
import io.telamon.control.event.EventLog;
import io.telamon.control.store.Store;
import java.util.List;

/** The operations of an organization's settings. */
final class OrganizationSettingsOperations {

    private final Store store;
    private final Organizations organizations;
    private final EventLog events;

    OrganizationSettingsOperations(Store store, Organizations organizations, EventLog events) {
        this.store = store;
        this.organizations = organizations;
        this.events = events;
    }

    void declare(Operations api) {
        api.serve("getOrgSettings", call -> organizations.settings(call.organizationId()));
        api.serve("updateOrgSettings", OrganizationSettings.class, this::update);
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
