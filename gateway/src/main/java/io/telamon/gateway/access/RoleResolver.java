package io.telamon.gateway.access;

import io.telamon.gateway.model.ProjectId;
import io.telamon.gateway.spi.directory.CustomRole;
import io.telamon.gateway.spi.directory.DatabaseUser;
import io.telamon.gateway.spi.directory.DatabaseUsers;
import io.telamon.gateway.spi.directory.Privilege;
import io.telamon.gateway.spi.directory.RoleGrant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns the roles of a user into privileges. A role that does not exist allows nothing; a circle of roles is walked once. */
public final class RoleResolver {

    private final DatabaseUsers users;

    /** Looks custom roles up there. */
    public RoleResolver(DatabaseUsers users) {
        this.users = users;
    }

    /** Everything a user may do. */
    public Privileges privileges(ProjectId project, DatabaseUser user) {
        List<Privilege> granted = new ArrayList<>();
        Set<RoleGrant> seen = new HashSet<>();
        user.roles().forEach(grant -> collect(project, grant, seen, granted));
        return new Privileges(granted);
    }

    private void collect(ProjectId project, RoleGrant grant, Set<RoleGrant> seen, List<Privilege> granted) {
        if (!seen.add(grant)) {
            return;
        }
        Optional<BuiltInRole> builtIn = BuiltInRole.named(grant.role());
        if (builtIn.isPresent()) {
            builtIn.get().privileges(grant).forEach(granted::add);
            return;
        }
        Optional<CustomRole> custom = users.role(project, grant.role());
        custom.ifPresent(role -> {
            granted.addAll(role.privileges());
            role.inherited().forEach(inherited -> collect(project, inherited, seen, granted));
        });
    }
}
