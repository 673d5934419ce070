package io.telamon.control.access;

import io.telamon.control.api.Grant;
import io.telamon.control.api.Role;
import io.telamon.control.model.ScopeId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Who may do what, and how they prove who they are, as the store has it.
 *
 * @param credentials API keys and service accounts by id
 * @param organizations what else is changeable of them, by id
 * @param projects the organization of each, by id
 * @param teams by id
 * @param teamGrants the roles that teams give their members, as {@code team project ROLE}
 */
record RightsState(
        Map<String, Credential> credentials,
        Map<String, String> organizations,
        Map<String, String> projects,
        Map<String, Team> teams,
        Set<TeamGrant> teamGrants) {

    /**
     * An API key or a service account.
     *
     * @param name the public key, or the client id
     * @param details what is told of it
     * @param secrets the ids of its secrets; of an API key, its public half
     * @param ranges its API access list
     */
    record Credential(
            String id,
            boolean isKey,
            String name,
            String organizationId,
            String details,
            Set<Grant> grants,
            Set<String> secrets,
            Set<String> ranges) {}

    /** A team, and its name. */
    record Team(String organizationId, String details) {}

    /** A role that the members of a team have in a project. */
    record TeamGrant(String teamId, Grant grant) {}

    static RightsState of(Handle handle) {
        return new RightsState(
                new Reader(handle).credentials(),
                texts(handle, "SELECT id, name || settings FROM organization"),
                texts(handle, "SELECT id, organization_id FROM project"),
                handle.select("SELECT id, organization_id, name FROM team")
                        .map((row, context) ->
                                Map.entry(row.getString(1), new Team(row.getString(2), row.getString(3))))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                handle.select("SELECT t.team_id, t.project_id, r.value FROM project_team t, json_each(t.roles) r")
                        .map((row, context) -> new TeamGrant(row.getString(1), grant(row)))
                        .set());
    }

    private static Map<String, String> texts(Handle handle, String sql) {
        return handle.select(sql)
                .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The grant of a row's second and third column. */
    private static Grant grant(ResultSet row) throws SQLException {
        return new Grant(Role.valueOf(row.getString(3)), new ScopeId(row.getString(2)));
    }

    /** Reads credentials. */
    private record Reader(Handle handle) {

        Map<String, Credential> credentials() {
            Map<String, Set<Grant>> grants = handle.select("SELECT holder_id, scope_id, role FROM role_grant")
                    .map((row, context) -> Map.entry(row.getString(1), grant(row)))
                    .collect(Collectors.groupingBy(
                            Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
            Map<String, Set<String>> secrets = sets("SELECT account_id, id FROM service_account_secret");
            secrets.putAll(sets("SELECT id, public_key FROM api_key"));
            Map<String, Set<String>> ranges = sets("SELECT holder_id, cidr_block FROM api_access_entry");
            return handle.select(
                            "SELECT id, 1, public_key, organization_id, description FROM api_key"
                                    + " UNION ALL SELECT id, 0, client_id, organization_id, name || description FROM service_account")
                    .map((row, context) -> new Credential(
                            row.getString(1),
                            row.getBoolean(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            grants.getOrDefault(row.getString(1), Set.of()),
                            secrets.getOrDefault(row.getString(1), Set.of()),
                            ranges.getOrDefault(row.getString(1), Set.of())))
                    .collect(Collectors.toMap(Credential::id, one -> one, (one, same) -> one, TreeMap::new));
        }

        private Map<String, Set<String>> sets(String sql) {
            return handle.select(sql)
                    .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                    .collect(Collectors.groupingBy(
                            Map.Entry::getKey,
                            Collectors.mapping(Map.Entry::getValue, Collectors.toCollection(TreeSet::new))));
        }
    }
}
