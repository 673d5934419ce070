package io.telamon.control.access;

import io.telamon.control.api.Grant;
import io.telamon.control.api.Role;
import io.telamon.control.model.ScopeId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All roles that somebody has, those included that others bring with them. It says on its own what {@link Role} says, so
 * that a fault there is found.
 */
record Rights(Set<Grant> all) {

    /** The rights that grants bring where these projects are, the organization of each by its id. */
    static Rights of(Collection<Grant> grants, Map<String, String> projects) {
        Set<Grant> all = new HashSet<>();
        grants.forEach(grant -> add(all, grant, projects));
        return new Rights(all);
    }

    boolean has(Role role, String scopeId) {
        return all.contains(new Grant(role, new ScopeId(scopeId)));
    }

    boolean hasAll(Rights others) {
        return all.containsAll(others.all);
    }

    /** Those that the other rights lack, in some scopes. */
    Set<Grant> beyond(Rights others, Set<String> scopes) {
        return all.stream()
                .filter(grant -> scopes.contains(grant.scopeId().value()) && !others.all.contains(grant))
                .collect(Collectors.toSet());
    }

    private static void add(Set<Grant> all, Grant grant, Map<String, String> projects) {
        all.add(grant);
        switch (grant.role()) {
            case ORG_OWNER -> {
                addAll(
                        all,
                        EnumSet.range(Role.ORG_OWNER, Role.ORG_MEMBER),
                        grant.scopeId().value());
                in(grant.scopeId().value(), projects).forEach(project -> addAll(all, projectRoles(), project));
            }
            case ORG_READ_ONLY -> {
                all.add(new Grant(Role.ORG_MEMBER, grant.scopeId()));
                in(grant.scopeId().value(), projects)
                        .forEach(project -> all.add(new Grant(Role.GROUP_READ_ONLY, new ScopeId(project))));
            }
            case GROUP_OWNER -> addAll(all, projectRoles(), grant.scopeId().value());
            default ->
                all.add(new Grant(
                        grant.role().name().startsWith("ORG_") ? Role.ORG_MEMBER : Role.GROUP_READ_ONLY,
                        grant.scopeId()));
        }
    }

    private static Set<Role> projectRoles() {
        return EnumSet.range(Role.GROUP_OWNER, Role.GROUP_READ_ONLY);
    }

    private static void addAll(Set<Grant> all, Set<Role> roles, String scopeId) {
        roles.forEach(role -> all.add(new Grant(role, new ScopeId(scopeId))));
    }

    private static Collection<String> in(String organizationId, Map<String, String> projects) {
        return projects.entrySet().stream()
                .filter(project -> project.getValue().equals(organizationId))
                .map(Map.Entry::getKey)
                .toList();
    }
}
