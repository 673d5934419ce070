package io.telamon.control.organization;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Json;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Page;
import io.telamon.control.api.Violation;
import io.telamon.control.event.Event;
import io.telamon.control.event.EventLog;
import io.telamon.control.store.ObjectIdGenerator;
import io.telamon.control.store.Store;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The operations of organizations, their settings, their teams and their people. */
public final class OrganizationOperations {

    private final Store store;
    private final Organizations organizations;
    private final OrganizationCredentialsInitializer credentialsInitializer;
    private final EventLog events;
    private final ObjectIdGenerator ids;
    private final Json json;

    public OrganizationOperations(
            Store store,
            Organizations organizations,
            OrganizationCredentialsInitializer credentialsInitializer,
            EventLog events,
            ObjectIdGenerator ids,
            Json json) {
        this.store = store;
        this.organizations = organizations;
        this.credentialsInitializer = credentialsInitializer;
        this.events = events;
        this.ids = ids;
        this.json = json;
    }

    /** Declares the operations. */
    public void declare(Operations api) {
        api.servePage("listOrgs", this::list);
        api.serve("createOrg", OrganizationCreate.class, this::create);
        api.serve("getOrg", call -> OrganizationView.alone(call, organizations.get(call.organizationId())));
        api.serve("updateOrg", OrganizationUpdate.class, this::update);
        api.serve("deleteOrg", this::delete);
        new OrganizationSettingsOperations(store, organizations, events).declare(api);
        new TeamOperations(store, new TeamTable(json), organizations, events, ids).declare(api);
        new OrganizationUserOperations().declare(api);
    }

    private Page<OrganizationView> list(Call<NoContent> call) {
        String prefix = call.query().text("name").orElse("").toLowerCase(Locale.ROOT);
        List<OrganizationView> seen = organizations
                .find(call.caller().orgId())
                .filter(organization -> call.caller().seesOrganization(organization.id()))
                .filter(organization ->
                        organization.name().toLowerCase(Locale.ROOT).startsWith(prefix))
                .map(organization -> OrganizationView.inList(call, organization))
                .stream()
                .toList();
        return new Page<>(call.page().offset() == 0 ? seen : List.of(), seen.size());
    }

    private CreatedOrganization create(Call<OrganizationCreate> call) {
        OrganizationCreate asked = call.body();
        requireWayIn(asked);
        Organization organization =
                new Organization(ids.next(), asked.name(), Boolean.TRUE.equals(asked.skipDefaultAlertsSettings()));
        OrganizationCredentialsInitializer.FirstCredentials credentials = store.write(transaction -> {
            organizations.create(transaction, organization);
            events.append(transaction, Event.inOrganization(organization.id(), call, "ORG_CREATED"));
            return credentialsInitializer.found(
                    transaction,
                    call,
                    organization.id(),
                    Optional.ofNullable(asked.apiKey()),
                    Optional.ofNullable(asked.serviceAccount()));
        });
        return new CreatedOrganization(
                credentials.apiKey().orElse(null),
                asked.federationSettingsId(),
                asked.orgOwnerId(),
                OrganizationView.alone(call, organization),
                credentials.serviceAccount().orElse(null),
                organization.skipDefaultAlertsSettings());
    }

    private static void requireWayIn(OrganizationCreate asked) {
        if (asked.apiKey() == null && asked.serviceAccount() == null) {
            Violation violation = new Violation(
                    "apiKey", "or serviceAccount is needed, as nobody could enter the organization without one");
            throw ErrorCode.VALIDATION_ERROR.because(
                    List.of(violation), violation.field() + " " + violation.description());
        }
    }

    private OrganizationView update(Call<OrganizationUpdate> call) {
        String id = call.organizationId();
        Organization updated = store.write(transaction -> {
            Organization before = organizations.lock(transaction, id);
            Organization after = call.body().applied(before);
            organizations.update(transaction, after);
            if (!after.name().equals(before.name())) {
                events.append(transaction, Event.inOrganization(id, call, "ORG_RENAMED"));
            }
            return after;
        });
        return OrganizationView.alone(call, updated);
    }

    private NoContent delete(Call<NoContent> call) {
        return store.write(transaction -> {
            organizations.lock(transaction, call.organizationId());
            credentialsInitializer.dissolve(transaction, call.organizationId());
            organizations.delete(transaction, call.organizationId());
            return NoContent.DONE;
        });
    }
}
