package io.telamon.control.database;

import static java.util.Objects.requireNonNullElse;

import io.telamon.control.api.ApiException;
import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Json;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.event.Event;
import io.telamon.control.event.EventLog;
import io.telamon.control.notification.ChangeNotifier;
import io.telamon.control.project.Limit;
import io.telamon.control.project.Projects;
import io.telamon.control.store.Store;
import io.telamon.control.store.Transaction;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/** The operations of custom database roles. */
public final class RoleOperations {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,128}");
    private static final String RESERVED = "xgen-";

    private final Store store;
    private final RoleTable table;
    private final UserTable users;
    private final EventLog events;
    private final ChangeNotifier notifier;
    private final Projects projects;
    private final Clock clock;

    /** Over the roles of a store. */
    public RoleOperations(
            Store store, Json json, EventLog events, ChangeNotifier notifier, Projects projects, Clock clock) {
        this.store = store;
        this.table = new RoleTable(json);
        this.users = new UserTable(json);
        this.events = events;
        this.notifier = notifier;
        this.projects = projects;
        this.clock = clock;
    }

    /** Declares them. */
    public void declare(Operations api) {
        api.serve("listGroupCustomDbRoleRoles", call -> store.read(handle -> table.list(handle, call.projectId())));
        api.serve("createGroupCustomDbRoleRole", RoleRequests.CustomRoleCreate.class, this::create);
        api.serve("getGroupCustomDbRoleRole", this::get);
        api.serve("updateGroupCustomDbRoleRole", RoleRequests.CustomRoleUpdate.class, this::update);
        api.serve("deleteGroupCustomDbRoleRole", this::delete);
    }

    private RoleFacts get(Call<NoContent> call) {
        return store.read(handle -> table.find(handle, call.projectId(), call.path("roleName")))
                .orElseThrow(() -> notFound(call));
    }

    /** How many custom roles a project has. */
    public long count(Handle handle, String projectId) {
        return table.count(handle, projectId);
    }

    private RoleFacts create(Call<RoleRequests.CustomRoleCreate> call) {
        RoleRequests.CustomRoleCreate body = call.body();
        requireName(body.roleName());
        ActionRules.require(requireNonNullElse(body.actions(), List.of()));
        RoleFacts role = new RoleFacts(
                requireNonNullElse(body.actions(), List.of()),
                requireNonNullElse(body.inheritedRoles(), List.of()),
                body.roleName());
        return store.write(transaction -> {
            long most = projects.lockForLimit(transaction, call.projectId(), Limit.CUSTOM_ROLES);
            requireSound(transaction, call.projectId(), role);
            if (!table.insert(transaction.handle(), call.projectId(), role)) {
                throw ErrorCode.ATLAS_CUSTOM_ROLE_NAME_ALREADY_EXISTS.about(role.roleName());
            }
            if (count(transaction.handle(), call.projectId()) > most) {
                throw ErrorCode.CUSTOM_ROLES_LIMIT_EXCEEDED.about();
            }
            tell(transaction, call, role.roleName(), "MONGODB_ROLE_ADDED");
            return role;
        });
    }

    private RoleFacts update(Call<RoleRequests.CustomRoleUpdate> call) {
        ActionRules.require(requireNonNullElse(call.body().actions(), List.of()));
        return store.write(transaction -> {
            projects.requireOpen(transaction, call.projectId());
            RoleFacts before = table.find(transaction.handle(), call.projectId(), call.path("roleName"))
                    .orElseThrow(() -> notFound(call));
            RoleFacts after = new RoleFacts(
                    requireNonNullElse(call.body().actions(), before.actions()),
                    requireNonNullElse(call.body().inheritedRoles(), before.inheritedRoles()),
                    before.roleName());
            requireSound(transaction, call.projectId(), after);
            table.update(transaction.handle(), call.projectId(), after);
            tell(transaction, call, after.roleName(), "MONGODB_ROLE_UPDATED");
            return after;
        });
    }

    private NoContent delete(Call<NoContent> call) {
        String name = call.path("roleName");
        String projectId = call.projectId();
        return store.write(transaction -> {
            if (users.isGranted(transaction.handle(), projectId, name, clock.instant())) {
                throw ErrorCode.ATLAS_CUSTOM_ROLE_IN_USE_BY_USERS.about(name);
            }
            if (table.list(transaction.handle(), projectId).stream().anyMatch(other -> inherits(other, name))) {
                throw ErrorCode.ATLAS_CUSTOM_ROLE_IN_USE_BY_ROLES.about(name);
            }
            if (!table.delete(transaction.handle(), projectId, name)) {
                throw notFound(call);
            }
            tell(transaction, call, name, "MONGODB_ROLE_DELETED");
            return NoContent.DONE;
        });
    }

    private void tell(Transaction transaction, Call<?> call, String role, String type) {
        String organizationId = projects.organizationOfProject(call.projectId()).orElseThrow();
        notifier.usersChanged(transaction, call.projectId());
        events.append(
                transaction,
                Event.inProject(call.projectId(), organizationId, call, type).about("roleName", role));
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

    private void requireSound(Transaction transaction, String projectId, RoleFacts role) {
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
            if (inherited.role().equals(role.roleName())) {
                throw ErrorCode.ATLAS_INVALID_CUSTOM_ROLE_CIRCULAR_DEPENDENCY.about();
            }
            if (BuiltInRoles.has(inherited.role())) {
                BuiltInRoles.requireInheritable(inherited);
            } else if (seen.add(inherited.role())) {
                open.addAll(table.find(transaction.handle(), projectId, inherited.role())
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
