package io.telamon.control.api;

import java.util.EnumSet;
import java.util.Set;

/** What a caller may do in an organization or in a project. Names are those of the API. */
public enum Role {
    ORG_OWNER,
    ORG_GROUP_CREATOR,
    ORG_BILLING_ADMIN,
    ORG_BILLING_READ_ONLY,
    ORG_STREAM_PROCESSING_ADMIN,
    ORG_READ_ONLY,
    ORG_MEMBER,
    GROUP_OWNER,
    GROUP_CLUSTER_MANAGER,
    GROUP_BACKUP_MANAGER,
    GROUP_DATABASE_ACCESS_ADMIN,
    GROUP_DATA_ACCESS_ADMIN,
    GROUP_DATA_ACCESS_READ_WRITE,
    GROUP_DATA_ACCESS_READ_ONLY,
    GROUP_OBSERVABILITY_VIEWER,
    GROUP_SEARCH_INDEX_EDITOR,
    GROUP_STREAM_PROCESSING_OWNER,
    GROUP_READ_ONLY;

    private static final Set<Role> ORGANIZATION_ROLES = EnumSet.range(ORG_OWNER, ORG_MEMBER);

    /** Whether the role is held in an organization; all others are held in a project. */
    public boolean isOrganizational() {
        return ORGANIZATION_ROLES.contains(this);
    }

    /** Whether the holder of this role may do what {@code needed} allows, both in the same organization or project. */
    public boolean includes(Role needed) {
        return this == needed
                || switch (this) {
                    case ORG_OWNER -> needed.isOrganizational();
                    case GROUP_OWNER -> !needed.isOrganizational();
                    default -> needed == (isOrganizational() ? ORG_MEMBER : GROUP_READ_ONLY);
                };
    }

    /** Whether the holder of this organization role may do what the project role {@code needed} allows in every project. */
    boolean reachesIntoProjects(Role needed) {
        return this == ORG_OWNER || (this == ORG_READ_ONLY && needed == GROUP_READ_ONLY);
    }
}
