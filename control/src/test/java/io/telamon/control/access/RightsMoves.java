package io.telamon.control.access;

import io.telamon.control.access.RightsState.Credential;
import io.telamon.control.api.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The requests that may change who may do what in a state: every operation with every target. */
final class RightsMoves {

    private static final String NEW_ENTRY = "[{'ipAddress': '203.0.113.9'}]";
    private static final String OLD_ENTRY = "/accessList/198.51.100.1";

    private final RightsState state;
    private final boolean grantsOnly;
    private final List<RightsMove> moves = new ArrayList<>();

    private RightsMoves(RightsState state, boolean grantsOnly) {
        this.state = state;
        this.grantsOnly = grantsOnly;
    }

    /** Those in all organizations and projects, on all API keys and accounts, also where they do not belong. */
    static List<RightsMove> everywhere(RightsState state) {
        RightsMoves moves = new RightsMoves(state, false);
        moves.addAll(scope -> true, (scope, one) -> true);
        return moves.moves;
    }

    /**
     * Those in the organizations and projects that a caller sees, on the API keys and accounts there.
     *
     * @param grantsOnly leaves out access lists, settings, and what is told of something
     */
    static List<RightsMove> seenBy(RightsState state, String callerId, boolean grantsOnly) {
        Rights rights = RightsComparison.rights(state, callerId);
        RightsMoves moves = new RightsMoves(state, grantsOnly);
        moves.addAll(
                scope -> rights.has(Role.ORG_MEMBER, scope) || rights.has(Role.GROUP_READ_ONLY, scope),
                (organizationId, one) -> one.organizationId().equals(organizationId));
        return moves.moves;
    }

    /** Whether an API key or account is tried in an organization. */
    private interface Tried {
        boolean test(String organizationId, Credential one);
    }

    private void addAll(Predicate<String> scopes, Tried tried) {
        post("/orgs", "{'name': 'New', 'apiKey': {'desc': 'x', 'roles': ['ORG_OWNER']}}");
        state.organizations().keySet().stream().filter(scopes).forEach(id -> {
            organization(id);
            post("/groups", "{'name': 'New', 'orgId': '" + id + "'}");
            state.credentials().values().stream()
                    .filter(one -> tried.test(id, one))
                    .forEach(one -> inOrganization(id, one));
        });
        state.projects().forEach((id, organizationId) -> {
            if (scopes.test(id)) {
                project(id);
                state.credentials().values().stream()
                        .filter(one -> tried.test(organizationId, one))
                        .forEach(one -> inProject(id, one));
            }
        });
    }

    private void organization(String id) {
        String path = "/orgs/" + id;
        describe(path, "{'name': 'Other'}");
        describe(path + "/settings", "{'maxServiceAccountSecretValidityInHours': 24}");
        delete(path);
        for (String role : List.of("ORG_MEMBER", "ORG_OWNER")) {
            post(path + "/serviceAccounts", account(role));
            post(path + "/apiKeys", "{'desc': 'new', 'roles': ['" + role + "']}");
        }
        post(path + "/teams", "{'name': 'New', 'usernames': []}");
        state.teams().keySet().forEach(team -> {
            describe(path + "/teams/" + team, "{'name': 'Other'}");
            delete(path + "/teams/" + team);
        });
    }

    private void project(String id) {
        String path = "/groups/" + id;
        delete(path);
        post(path + "/serviceAccounts", account("GROUP_OWNER"));
        post(path + "/apiKeys", "{'desc': 'new', 'roles': ['GROUP_OWNER']}");
        state.teams().keySet().forEach(team -> {
            post(path + "/teams", "[{'teamId': '" + team + "', 'roleNames': ['GROUP_OWNER']}]");
            patch(path + "/teams/" + team, "{'roleNames': ['GROUP_READ_ONLY']}");
            delete(path + "/teams/" + team);
        });
    }

    private void inOrganization(String id, Credential one) {
        String path = "/orgs/" + id + path(one);
        patch(path, "{'roles': ['ORG_MEMBER']}");
        patch(path, "{'roles': ['ORG_OWNER']}");
        common(path, one);
        accessList(path);
    }

    private void inProject(String id, Credential one) {
        String path = "/groups/" + id + path(one);
        patch(path, "{'roles': ['GROUP_OWNER']}");
        common(path, one);
        if (one.isKey()) {
            post(path, "[{'roles': ['GROUP_READ_ONLY']}]");
        } else {
            post(path + ":invite", "{'roles': ['GROUP_READ_ONLY']}");
            accessList(path);
        }
    }

    private void common(String path, Credential one) {
        delete(path);
        if (one.isKey()) {
            describe(path, "{'desc': 'other'}");
        } else {
            describe(path, "{'name': 'other'}");
            post(path + "/secrets", "{'secretExpiresAfterHours': 8}");
            one.secrets().forEach(secret -> delete(path + "/secrets/" + secret));
        }
    }

    private void accessList(String path) {
        if (!grantsOnly) {
            post(path + "/accessList", NEW_ENTRY);
            delete(path + OLD_ENTRY);
        }
    }

    private void describe(String path, String body) {
        if (!grantsOnly) {
            patch(path, body);
        }
    }

    private static String path(Credential one) {
        return one.isKey() ? "/apiKeys/" + one.id() : "/serviceAccounts/" + one.name();
    }

    private static String account(String role) {
        return "{'name': 'new', 'description': 'x', 'roles': ['" + role + "'], 'secretExpiresAfterHours': 8}";
    }

    private void post(String path, String body) {
        moves.add(new RightsMove("POST", path, body));
    }

    private void patch(String path, String body) {
        moves.add(new RightsMove("PATCH", path, body));
    }

    private void delete(String path) {
        moves.add(new RightsMove("DELETE", path, ""));
    }
}
