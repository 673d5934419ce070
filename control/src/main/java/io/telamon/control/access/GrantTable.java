package io.telamon.control.access;

import io.telamon.control.api.Grant;
import io.telamon.control.api.Page;
import io.telamon.control.api.PageRequest;
import io.telamon.control.api.Role;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The SQL of granted roles. */
final class GrantTable {

    private static final String GROUPS =
            "FROM (SELECT DISTINCT scope_id FROM role_grant WHERE holder_id = ? AND role LIKE 'GROUP_%') scopes";

    private static final String IN_ORGANIZATION = """
            SELECT holder_id FROM role_grant WHERE scope_id = ? AND role = ? AND holder_id IN (
                SELECT id FROM api_key WHERE organization_id = ?
                UNION ALL SELECT id FROM service_account WHERE organization_id = ?)""";

    private static final Comparator<Grant> SHOWN_ORDER = Comparator.comparing(
                    (Grant grant) -> !grant.role().isOrganizational())
            .thenComparing(Grant::scopeId)
            .thenComparing(Grant::role);

    private GrantTable() {}

    static void add(Handle handle, String holderId, String scopeId, Collection<Role> roles) {
        for (Role role : roles) {
            handle.execute(
                    "INSERT INTO role_grant (holder_id, scope_id, role) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                    holderId,
                    scopeId,
                    role.name());
        }
    }

    /** Takes all roles in the scope away; whether there were any. */
    static boolean remove(Handle handle, String holderId, String scopeId) {
        return handle.execute("DELETE FROM role_grant WHERE holder_id = ? AND scope_id = ?", holderId, scopeId) > 0;
    }

    static void removeAllOf(Handle handle, String holderId) {
        handle.execute("DELETE FROM role_grant WHERE holder_id = ?", holderId);
    }

    static void removeAllIn(Handle handle, String scopeId) {
        handle.execute("DELETE FROM role_grant WHERE scope_id = ?", scopeId);
    }

    static boolean holdsAnyIn(Handle handle, String holderId, String scopeId) {
        return handle.select("SELECT COUNT(*) FROM role_grant WHERE holder_id = ? AND scope_id = ?", holderId, scopeId)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    /** The ids of the API keys and service accounts of the organization that have the role in it. */
    static Set<String> holdersInOrganization(Handle handle, String organizationId, Role role) {
        return Set.copyOf(handle.select(IN_ORGANIZATION, organizationId, role.name(), organizationId, organizationId)
                .mapTo(String.class)
                .list());
    }

    static List<Grant> of(Handle handle, String holderId) {
        return of(handle, List.of(holderId)).getOrDefault(holderId, List.of());
    }

    /** The roles of holders, those in the organization first. */
    static Map<String, List<Grant>> of(Handle handle, List<String> holderIds) {
        if (holderIds.isEmpty()) {
            return Map.of();
        }
        return handle
                .createQuery("SELECT holder_id, scope_id, role FROM role_grant WHERE holder_id IN (<ids>)")
                .bindList("ids", holderIds)
                .map((row, context) -> Map.entry(
                        row.getString("holder_id"),
                        new Grant(Role.valueOf(row.getString("role")), row.getString("scope_id"))))
                .stream()
                .sorted(Map.Entry.comparingByValue(SHOWN_ORDER))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** The ids of the projects that the holder has a role in. */
    static Page<String> projectsOf(Handle handle, String holderId, PageRequest page) {
        return new Page<>(
                handle.select(
                                "SELECT scope_id " + GROUPS + " ORDER BY scope_id LIMIT ? OFFSET ?",
                                holderId,
                                page.itemsPerPage(),
                                page.offset())
                        .mapTo(String.class)
                        .list(),
                handle.select("SELECT COUNT(*) " + GROUPS, holderId)
                        .mapTo(Long.class)
                        .one());
    }
}
