package io.telamon.control.access;

import io.telamon.control.access.RightsState.Credential;
import io.telamon.control.access.RightsState.Team;
import io.telamon.control.access.RightsState.TeamGrant;
import io.telamon.control.api.Grant;
import io.telamon.control.api.Role;
import io.telamon.control.model.ScopeId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Finds what a caller has gained, given or taken without having had it before. */
final class RightsComparison {

    private final RightsState before;
    private final RightsState after;
    private final String callerId;
    private final Rights had;
    private final Set<String> scopes;
    private final List<String> found = new ArrayList<>();

    private RightsComparison(RightsState before, RightsState after, String callerId) {
        this.before = before;
        this.after = after;
        this.callerId = callerId;
        this.had = rights(before, callerId);
        this.scopes = new HashSet<>(before.organizations().keySet());
        scopes.addAll(before.projects().keySet());
    }

    /**
     * What is wrong between two states.
     *
     * @param callerId whose requests have led from one to the other
     * @param known the credentials whose secrets answers have told to the caller
     */
    static List<String> find(RightsState before, RightsState after, String callerId, Set<String> known) {
        var comparison = new RightsComparison(before, after, callerId);
        known.forEach(comparison::gained);
        comparison.gained(callerId);
        comparison.given();
        comparison.taken();
        before.credentials().values().forEach(comparison::changed);
        comparison.teams();
        comparison.scopes();
        return comparison.found;
    }

    static Rights rights(RightsState state, String id) {
        Credential credential = state.credentials().get(id);
        return Rights.of(credential == null ? Set.of() : credential.grants(), state.projects());
    }

    private void gained(String id) {
        Set<Grant> more = rights(after, id).beyond(had, scopes);
        if (!more.isEmpty()) {
            found.add("the caller may act as " + id + " and so gained " + more);
        }
    }

    private void given() {
        after.credentials().values().forEach(one -> {
            Credential earlier = before.credentials().get(one.id());
            one.grants().stream()
                    .filter(grant -> earlier == null || !earlier.grants().contains(grant))
                    .forEach(grant -> requireHad(grant, "gave " + one.id()));
        });
        after.teamGrants().stream()
                .filter(grant -> !before.teamGrants().contains(grant))
                .forEach(grant -> requireHad(grant.grant(), "gave team " + grant.teamId()));
    }

    private void taken() {
        before.credentials().values().forEach(one -> {
            Credential later = after.credentials().get(one.id());
            one.grants().stream()
                    .filter(grant -> !one.id().equals(callerId))
                    .filter(grant -> later == null || !later.grants().contains(grant))
                    .forEach(grant -> requireHad(grant, "took from " + one.id()));
        });
        before.teamGrants().stream()
                .filter(grant -> !after.teamGrants().contains(grant))
                .map(TeamGrant::grant)
                .forEach(grant -> requireHad(grant, "took from a team"));
    }

    /** Secrets, access lists and what is told of somebody change only by who has all rights of them. */
    private void changed(Credential one) {
        Credential later = after.credentials().get(one.id());
        boolean same = later != null
                && later.secrets().equals(one.secrets())
                && later.ranges().equals(one.ranges())
                && later.details().equals(one.details());
        if (!same && !one.id().equals(callerId) && !had.hasAll(rights(before, one.id()))) {
            found.add("the caller changed or deleted " + one.id() + ", which could do more");
        }
    }

    private void teams() {
        Set<String> ids = new HashSet<>(before.teams().keySet());
        ids.addAll(after.teams().keySet());
        for (String id : ids) {
            Team earlier = before.teams().get(id);
            Team later = after.teams().get(id);
            if (!Objects.equals(earlier, later)) {
                String organizationId =
                        Objects.requireNonNull(later == null ? earlier : later).organizationId();
                requireHad(new Grant(Role.ORG_OWNER, new ScopeId(organizationId)), "changed team " + id);
            }
        }
    }

    private void scopes() {
        before.organizations().forEach((id, text) -> {
            if (!text.equals(after.organizations().get(id))) {
                requireHad(new Grant(Role.ORG_OWNER, new ScopeId(id)), "changed the organization");
            }
        });
        before.projects().keySet().stream()
                .filter(id -> !after.projects().containsKey(id))
                .forEach(id -> requireHad(new Grant(Role.GROUP_OWNER, new ScopeId(id)), "deleted the project"));
        after.organizations().keySet().stream()
                .filter(id -> !hasOwner(id))
                .forEach(id -> found.add("nobody owns " + id));
    }

    private boolean hasOwner(String organizationId) {
        Grant owner = new Grant(Role.ORG_OWNER, new ScopeId(organizationId));
        return after.credentials().values().stream()
                .anyMatch(one -> one.grants().contains(owner));
    }

    private void requireHad(Grant grant, String deed) {
        if (scopes.contains(grant.scopeId().value())
                && !had.has(grant.role(), grant.scopeId().value())) {
            found.add("the caller " + deed + " without having had " + grant);
        }
    }
}
