package io.telamon.control.database;

import static java.util.Objects.requireNonNullElse;

import io.telamon.control.api.ApiException;
import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Patch;
import io.telamon.control.limit.Limit;
import io.telamon.control.limit.LimitUsage;
import io.telamon.control.module.ApiModule;
import io.telamon.control.work.Documents;
import io.telamon.control.work.ProjectUnitOfWork;
import io.telamon.control.work.UnitsOfWork;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/** The operations of custom database roles. */
public final class RoleOperations implements ApiModule {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,128}");
    private static final String RESERVED = "xgen-";

    private final Documents<RoleFacts> roles = new Documents<>(RoleFacts.KIND, RoleFacts.class);
    private final UnitsOfWork units;

    /** The operations over a store. */
    public RoleOperations(UnitsOfWork units) {
        this.units = units;
    }

    @Override
    public void bind(Operations api) {
        api.serve("listGroupCustomDbRoleRoles", call -> units.read(handle -> roles.list(handle, call.projectId())));
        api.serve("createGroupCustomDbRoleRole", RoleRequests.CustomRoleCreate.class, this::create);
        api.serve("getGroupCustomDbRoleRole", call -> units.read(handle -> find(handle, call)));
        api.serve("updateGroupCustomDbRoleRole", RoleRequests.CustomRoleUpdate.class, this::update);
        api.serve("deleteGroupCustomDbRoleRole", this::delete);
    }

    @Override
    public Map<Limit, LimitUsage> limitUsage() {
        return Map.of(Limit.CUSTOM_ROLES, roles::count);
    }

    private RoleFacts find(Handle handle, Call<?> call) {
        return roles.find(handle, call.projectId(), call.path("roleName")).orElseThrow(() -> notFound(call));
    }

    private RoleFacts create(Call<RoleRequests.CustomRoleCreate> call) {
        requireName(call.body().roleName());
        RoleFacts role =
                Patch.applied(new RoleFacts(List.of(), List.of(), call.body().roleName()), call.body());
        ActionRules.require(role.actions());
        return units.inProject(call, unit -> {
            long most = unit.lockProjectForLimit(Limit.CUSTOM_ROLES);
            requireSound(unit, role);
            ErrorCode.ATLAS_CUSTOM_ROLE_NAME_ALREADY_EXISTS.refuseIf(
                    !roles.insert(unit, role.roleName(), role), role.roleName());
            ErrorCode.CUSTOM_ROLES_LIMIT_EXCEEDED.refuseIf(roles.count(unit.handle(), unit.projectId()) > most);
            return changed(unit, role, "MONGODB_ROLE_ADDED");
        });
    }

    private RoleFacts update(Call<RoleRequests.CustomRoleUpdate> call) {
        ActionRules.require(requireNonNullElse(call.body().actions(), List.of()));
        return units.inProject(call, unit -> {
            unit.lockProject();
            RoleFacts role = Patch.applied(find(unit.handle(), call), call.body());
            requireSound(unit, role);
            roles.put(unit, role.roleName(), role);
            return changed(unit, role, "MONGODB_ROLE_UPDATED");
        });
    }

    private NoContent delete(Call<NoContent> call) {
        String name = call.path("roleName");
        return units.inProject(call, unit -> {
            unit.lockProject();
            ErrorCode.ATLAS_CUSTOM_ROLE_IN_USE_BY_USERS.refuseIf(
                    UserTable.isGranted(unit.handle(), unit.projectId(), name, unit.now()), name);
            boolean inherited =
                    roles.list(unit.handle(), unit.projectId()).stream().anyMatch(other -> inherits(other, name));
            ErrorCode.ATLAS_CUSTOM_ROLE_IN_USE_BY_ROLES.refuseIf(inherited, name);
            RoleFacts role = find(unit.handle(), call);
            roles.delete(unit, name);
            changed(unit, role, "MONGODB_ROLE_DELETED");
            return NoContent.DONE;
        });
    }

    private static RoleFacts changed(ProjectUnitOfWork unit, RoleFacts role, String type) {
        unit.notifyUsersChanged();
        unit.append(type, Map.of("roleName", role.roleName()));
        return role;
    }

    private static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw ErrorCode.ATLAS_CUSTOM_ROLE_INVALID_NAME.about(name);
        }
        if (name.startsWith(RESERVED)) {
            throw ErrorCode.ATLAS_RESERVED_CUSTOM_ROLE_RESTRICTED.about(name);
        }
        if (BuiltInRoles.has(name)) {
            throw ErrorCode.ATLAS_INVALID_CUSTOM_ROLE_RESTRICTED.about(name);
        }
    }

    private void requireSound(ProjectUnitOfWork unit, RoleFacts role) {
        if (role.actions().isEmpty() && role.inheritedRoles().isEmpty()) {
            throw ErrorCode.ATLAS_CUSTOM_ROLE_HAS_NO_PERMISSIONS.about();
        }
        if (inherits(role, role.roleName())) {
            throw ErrorCode.ATLAS_INVALID_CUSTOM_ROLE_SELF_REFERENTIAL.about();
        }
        Deque<RoleFacts.InheritedRole> open = new ArrayDeque<>(role.inheritedRoles());
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            RoleFacts.InheritedRole inherited = open.pop();
            DatabaseNames.require(inherited.db());
            if (inherited.role().equals(role.roleName())) {
                throw ErrorCode.ATLAS_INVALID_CUSTOM_ROLE_CIRCULAR_DEPENDENCY.about();
            }
            if (BuiltInRoles.has(inherited.role())) {
                BuiltInRoles.requireInheritable(inherited);
            } else if (seen.add(inherited.role())) {
                open.addAll(roles.find(unit.handle(), unit.projectId(), inherited.role())
                        .orElseThrow(ErrorCode.ATLAS_INVALID_CUSTOM_ROLE_INHERITANCE::about)
                        .inheritedRoles());
            }
        }
    }

    private static boolean inherits(RoleFacts role, String name) {
        return role.inheritedRoles().stream()
                .anyMatch(inherited -> inherited.role().equals(name));
    }

    private static ApiException notFound(Call<?> call) {
        return ErrorCode.ATLAS_CUSTOM_ROLE_NOT_FOUND.about(call.path("roleName"));
    }
}
