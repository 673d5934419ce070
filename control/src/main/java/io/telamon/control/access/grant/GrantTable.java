package io.telamon.control.access.grant;

import io.telamon.control.api.Grant;
import io.telamon.control.api.Page;
import io.telamon.control.api.PageRequest;
import io.telamon.control.api.Role;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.model.PrincipalId;
import io.telamon.control.model.ScopeId;
import io.telamon.gateway.model.ProjectId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The SQL of granted roles. */
public final class GrantTable {

    private static final String GROUPS =
            "FROM (SELECT DISTINCT scope_id FROM role_grant WHERE holder_id = ? AND role LIKE 'GROUP_%') scopes";

    private static final String IN_ORGANIZATION = """
            SELECT holder_id FROM role_grant WHERE scope_id = ? AND role = ? AND holder_id IN (
                SELECT id FROM api_key WHERE organization_id = ?
                UNION ALL SELECT id FROM service_account WHERE organization_id = ?)""";

    private static final String OF_PEOPLE_IN_ORGANIZATION = """
            SELECT holder_id FROM role_grant WHERE scope_id = ? AND role = ? AND holder_id IN (
                SELECT person_id FROM organization_member WHERE organization_id = ? AND invitation_id IS NULL)""";

    private static final String WITHIN_ORGANIZATION =
            "(scope_id = :scope OR scope_id IN (SELECT id FROM project WHERE organization_id = :scope))";

    private static final Comparator<Grant> SHOWN_ORDER = Comparator.comparing(
                    (Grant grant) -> !grant.role().isOrganizational())
            .thenComparing(grant -> grant.scopeId().value())
            .thenComparing(Grant::role);

    private GrantTable() {}

    static void add(Handle handle, PrincipalId principalId, ScopeId scopeId, Collection<Role> roles) {
        for (Role role : roles) {
            handle.execute(
                    "INSERT INTO role_grant (holder_id, scope_id, role) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                    principalId,
                    scopeId,
                    role.name());
        }
    }

    /** Takes all roles in the scope away; whether there were any. */
    static boolean remove(Handle handle, PrincipalId principalId, ScopeId scopeId) {
        return handle.execute("DELETE FROM role_grant WHERE holder_id = ? AND scope_id = ?", principalId, scopeId) > 0;
    }

    static void removeAllIn(Handle handle, ScopeId scopeId) {
        handle.execute("DELETE FROM role_grant WHERE scope_id = ?", scopeId);
    }

    /** Whether a principal has a role in the organization or project. */
    public static boolean holdsAnyIn(Handle handle, PrincipalId principalId, ScopeId scopeId) {
        return handle.select(
                                "SELECT COUNT(*) FROM role_grant WHERE holder_id = ? AND scope_id = ?",
                                principalId,
                                scopeId)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    /** The ids of the API keys and service accounts of the organization that have the role in it. */
    static Set<PrincipalId> holdersInOrganization(Handle handle, OrganizationId organizationId, Role role) {
        return Set.copyOf(handle.select(IN_ORGANIZATION, organizationId, role.name(), organizationId, organizationId)
                .mapTo(PrincipalId.class)
                .list());
    }

    /** The ids of the people who are active in the organization and have the role in it. */
    static Set<PrincipalId> peopleInOrganization(Handle handle, OrganizationId organizationId, Role role) {
        return Set.copyOf(handle.select(OF_PEOPLE_IN_ORGANIZATION, organizationId, role.name(), organizationId)
                .mapTo(PrincipalId.class)
                .list());
    }

    /** Takes all roles in the organization and in its projects away. */
    static void removeWithin(Handle handle, PrincipalId principalId, OrganizationId organizationId) {
        handle.createUpdate("DELETE FROM role_grant WHERE holder_id = :holder AND " + WITHIN_ORGANIZATION)
                .bind("holder", principalId)
                .bind("scope", organizationId)
                .execute();
    }

    /** The roles of a principal, those in the organization first. */
    public static List<Grant> of(Handle handle, PrincipalId principalId) {
        return of(handle, List.of(principalId)).getOrDefault(principalId, List.of());
    }

    /** The roles of principals by their ids, those in the organization first; no entry for a principal without roles. */
    public static Map<PrincipalId, List<Grant>> of(Handle handle, List<PrincipalId> principalIds) {
        if (principalIds.isEmpty()) {
            return Map.of();
        }
        return byHolder(
                handle.createQuery("SELECT holder_id, scope_id, role FROM role_grant WHERE holder_id IN (<ids>)")
                        .bindList("ids", principalIds));
    }

    /** The roles that people, active or invited, have in an organization and its projects, as {@link #of} has them. */
    public static Map<PrincipalId, List<Grant>> ofPeopleWithin(Handle handle, OrganizationId organizationId) {
        return byHolder(handle.createQuery("""
                        SELECT holder_id, scope_id, role FROM role_grant
                        WHERE holder_id IN (SELECT person_id FROM organization_member WHERE organization_id = :scope)
                        AND\s""" + WITHIN_ORGANIZATION).bind("scope", organizationId));
    }

    private static Map<PrincipalId, List<Grant>> byHolder(Query query) {
        return query
                .map((row, context) -> Map.entry(
                        new PrincipalId(row.getString("holder_id")),
                        new Grant(Role.valueOf(row.getString("role")), new ScopeId(row.getString("scope_id")))))
                .stream()
                .sorted(Map.Entry.comparingByValue(SHOWN_ORDER))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** The ids of the projects that a principal has a role in. */
    public static Page<ProjectId> projectsOf(Handle handle, PrincipalId principalId, PageRequest page) {
        return Page.of(
                page,
                handle.select(
                                "SELECT scope_id " + GROUPS + " ORDER BY scope_id LIMIT ? OFFSET ?",
                                principalId,
                                page.limit(),
                                page.offset())
                        .mapTo(ProjectId.class)
                        .list(),
                () -> handle.select("SELECT COUNT(*) " + GROUPS, principalId)
                        .mapTo(Long.class)
                        .one());
    }
}
