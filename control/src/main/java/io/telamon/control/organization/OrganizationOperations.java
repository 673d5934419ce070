package io.telamon.control.organization;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Page;
import io.telamon.control.api.Patch;
import io.telamon.control.api.Violation;
import io.telamon.control.event.Event;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.model.PrincipalId;
import io.telamon.control.module.ApiModule;
import io.telamon.control.work.UnitsOfWork;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The operations of organizations. */
public final class OrganizationOperations implements ApiModule {

    private final UnitsOfWork units;
    private final Organizations organizations;
    private final InitialCredentials initialCredentials;
    private final OrganizationOwners owners;

    /** The operations over a store. */
    public OrganizationOperations(
            UnitsOfWork units,
            Organizations organizations,
            InitialCredentials initialCredentials,
            OrganizationOwners owners) {
        this.units = units;
        this.organizations = organizations;
        this.initialCredentials = initialCredentials;
        this.owners = owners;
    }

    @Override
    public void bind(Operations api) {
        api.servePage("listOrgs", this::list);
        api.serve("createOrg", OrganizationCreate.class, this::create);
        api.serve("getOrg", call -> OrganizationView.alone(call, organizations.get(call.organizationId())));
        api.serve("updateOrg", OrganizationUpdate.class, this::update);
        api.serve("deleteOrg", this::delete);
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
        Organization organization = new Organization(
                new OrganizationId(units.newId()),
                asked.name(),
                Boolean.TRUE.equals(asked.skipDefaultAlertsSettings()));
        InitialCredentials.Created credentials = units.write(unit -> {
            organizations.create(unit.transaction(), organization);
            owners.add(
                    unit.transaction(),
                    organization.id(),
                    call.caller().orgId(),
                    Optional.ofNullable(asked.orgOwnerId()).map(PrincipalId::new));
            unit.append(Event.inOrganization(organization.id(), call, "ORG_CREATED"));
            return initialCredentials.create(
                    unit.transaction(),
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
        Organization updated = units.inOrganization(call, unit -> {
            Organization before = organizations.lock(unit.transaction(), unit.organizationId());
            Organization after = Patch.applied(before, call.body());
            organizations.update(unit.transaction(), after);
            if (!after.name().equals(before.name())) {
                unit.append("ORG_RENAMED");
            }
            return after;
        });
        return OrganizationView.alone(call, updated);
    }

    private NoContent delete(Call<NoContent> call) {
        return units.inOrganization(call, unit -> {
            organizations.lock(unit.transaction(), unit.organizationId());
            initialCredentials.deleteAll(unit.transaction(), unit.organizationId());
            owners.removeAll(unit.transaction(), unit.organizationId());
            organizations.delete(unit.transaction(), unit.organizationId());
            return NoContent.DONE;
        });
    }
}
