package io.telamon.control.api;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the names of roles in the documents of the API as roles that it grants. */
final class StatedRoles {

    /**
     * Roles by the names in the documents. A name of a part of what one role allows stands for that role: the parts are
     * not granted apart.
     */
    private static final Map<String, Role> BY_NAME = Map.ofEntries(
            Map.entry("Organization Owner", Role.ORG_OWNER),
            Map.entry("Organization User Admin", Role.ORG_OWNER),
            Map.entry("Organization Project Creator", Role.ORG_GROUP_CREATOR),
            Map.entry("Organization Billing Admin", Role.ORG_BILLING_ADMIN),
            Map.entry("Organization Billing Viewer", Role.ORG_BILLING_READ_ONLY),
            Map.entry("Organization Stream Processing Admin", Role.ORG_STREAM_PROCESSING_ADMIN),
            Map.entry("Organization Read Only", Role.ORG_READ_ONLY),
            Map.entry("Organization Member", Role.ORG_MEMBER),
            Map.entry("Project Owner", Role.GROUP_OWNER),
            Map.entry("Group User Admin", Role.GROUP_OWNER),
            Map.entry("Project Model Owner", Role.GROUP_OWNER),
            Map.entry("Project Network Access Manager", Role.GROUP_OWNER),
            Map.entry("Project Cluster Manager", Role.GROUP_CLUSTER_MANAGER),
            Map.entry("Project Cluster Resilience Tester", Role.GROUP_CLUSTER_MANAGER),
            Map.entry("Project Replica Set Manager", Role.GROUP_CLUSTER_MANAGER),
            Map.entry("Project Backup Manager", Role.GROUP_BACKUP_MANAGER),
            Map.entry("Project Backup Creator", Role.GROUP_BACKUP_MANAGER),
            Map.entry("Project Backup Export Operator", Role.GROUP_BACKUP_MANAGER),
            Map.entry("Project Backup Recovery Operator", Role.GROUP_BACKUP_MANAGER),
            Map.entry("Project Database Access Admin", Role.GROUP_DATABASE_ACCESS_ADMIN),
            Map.entry("Project Data Access Admin", Role.GROUP_DATA_ACCESS_ADMIN),
            Map.entry("Project Index Manager", Role.GROUP_DATA_ACCESS_ADMIN),
            Map.entry("Project Data Access Read Write", Role.GROUP_DATA_ACCESS_READ_WRITE),
            Map.entry("Project Data Access Read Only", Role.GROUP_DATA_ACCESS_READ_ONLY),
            Map.entry("Project Observability Viewer", Role.GROUP_OBSERVABILITY_VIEWER),
            Map.entry("Project Search Index Editor", Role.GROUP_SEARCH_INDEX_EDITOR),
            Map.entry("Project Stream Processing Owner", Role.GROUP_STREAM_PROCESSING_OWNER),
            Map.entry("Project Stream Processing Manager", Role.GROUP_STREAM_PROCESSING_OWNER),
            Map.entry("Project Read Only", Role.GROUP_READ_ONLY));

    /** Roles that the documents name beside others, and that no API key or service account can be granted. */
    private static final Set<String> NEVER_GRANTED =
            Set.of("Project Alerts Manager", "Project Charts Admin", "Project Monitoring Admin");

    private StatedRoles() {}

    /** Every role whose holders are let in where one of the named ones is needed, in the scope of the first. */
    static Set<Role> letIn(Set<String> names) {
        return letInBy(names.stream()
                .filter(name -> !NEVER_GRANTED.contains(name))
                .map(StatedRoles::role)
                .collect(Collectors.toSet()));
    }

    /**
     * Every role whose holders are let in where one of these is needed. Where roles of projects and of organizations
     * are named together, those of projects count: an operation of a project is opened by its roles.
     */
    static Set<Role> letInBy(Set<Role> needed) {
        boolean ofProject = needed.stream().anyMatch(role -> !role.isOrganizational());
        Set<Role> in = EnumSet.noneOf(Role.class);
        for (Role held : Role.values()) {
            if (needed.stream()
                    .filter(role -> role.isOrganizational() != ofProject)
                    .anyMatch(role -> held.isOrganizational() != ofProject && held.includes(role))) {
                in.add(held);
            }
        }
        return in;
    }

    private static Role role(String name) {
        Role role = BY_NAME.get(name);
        if (role == null) {
            throw new IllegalStateException("a role that no table names: " + name);
        }
        return role;
    }
}
