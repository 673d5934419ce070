package io.telamon.gateway.spi.directory;

import java.util.List;

/**
 * A role that a project defines.
 *
 * @param name its name, unique in the project
 * @param privileges what it allows by itself
 * @param inherited the roles whose privileges it takes over
 */
public record CustomRole(String name, List<Privilege> privileges, List<RoleGrant> inherited) {

    /** Keeps copies of the collections. */
    public CustomRole {
        privileges = List.copyOf(privileges);
        inherited = List.copyOf(inherited);
    }
}
