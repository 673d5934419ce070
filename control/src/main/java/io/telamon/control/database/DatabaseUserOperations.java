package io.telamon.control.database;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Page;
import io.telamon.control.api.Patch;
import io.telamon.control.limit.Limit;
import io.telamon.control.limit.LimitUsage;
import io.telamon.control.module.ApiModule;
import io.telamon.control.task.TaskHandler;
import io.telamon.control.work.Expiration;
import io.telamon.control.work.ProjectUnitOfWork;
import io.telamon.control.work.UnitsOfWork;
import io.telamon.gateway.credential.PasswordKeys;
import io.telamon.gateway.model.ProjectId;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The operations of database users, and the end of users who end by themselves. */
public final class DatabaseUserOperations implements ApiModule, Expiration.Resources {

    /** Characters that a password has at least. */
    private static final int SHORTEST_PASSWORD = 8;

    private final PasswordKeys keys = new PasswordKeys(new SecureRandom());
    private final GrantRules rules = new GrantRules();
    private final AuthenticationRules authenticationRules = new AuthenticationRules();
    private final UnitsOfWork units;
    private final Expiration expiration;

    /** The operations over a store. */
    public DatabaseUserOperations(UnitsOfWork units) {
        this.units = units;
        this.expiration = new Expiration(units, "database-user", this);
    }

    @Override
    public void bind(Operations api) {
        api.servePage("listGroupDatabaseUsers", this::list);
        api.serve("createGroupDatabaseUser", UserRequests.DatabaseUserCreate.class, this::create);
        api.serve("getGroupDatabaseUser", call -> UserView.of(call, units.read(handle -> find(handle, call))));
        api.serve("updateGroupDatabaseUser", UserRequests.DatabaseUserUpdate.class, this::update);
        api.serve("deleteGroupDatabaseUser", this::delete);
    }

    @Override
    public Map<String, TaskHandler> taskHandlers() {
        return Map.of(expiration.taskKind(), expiration);
    }

    @Override
    public Map<Limit, LimitUsage> limitUsage() {
        return Map.of(Limit.DATABASE_USERS, (handle, projectId) -> UserTable.count(handle, projectId, units.now()));
    }

    @Override
    public void beforeProjectDeletion(ProjectUnitOfWork unit) {
        expiration.end(unit);
    }

    private Page<UserView> list(Call<NoContent> call) {
        return units.read(handle -> UserTable.list(handle, call.projectId(), call.page(), units.now()))
                .map(user -> UserView.of(call, user));
    }

    private User find(Handle handle, Call<?> call) {
        String name = call.path("username");
        return UserTable.find(handle, call.projectId(), call.path("databaseName"), name, units.now())
                .orElseThrow(() -> ErrorCode.USERNAME_NOT_FOUND.about(name));
    }

    private UserView create(Call<UserRequests.DatabaseUserCreate> call) {
        UserRequests.DatabaseUserCreate body = call.body();
        User draft = new User(
                call.projectId(),
                body.databaseName(),
                body.username(),
                Patch.applied(AuthenticationTypes.PASSWORD, body),
                Patch.applied(UserFacts.NONE, body),
                List.of(),
                expiration.checked(body.deleteAfterDate()));
        GrantRules.requireSome(draft.facts().roles());
        authenticationRules.require(draft, body.password());
        User user = draft.verifiedBy(credentials(draft.name(), body.password()).orElse(List.of()));
        return units.inProject(call, unit -> {
            long most = unit.lockProjectForLimit(Limit.DATABASE_USERS);
            rules.require(unit.handle(), user);
            ErrorCode.USER_ALREADY_EXISTS.refuseIf(!UserTable.insert(unit.handle(), user), user.name());
            long count = UserTable.count(unit.handle(), unit.projectId(), unit.now());
            ErrorCode.GROUP_USERS_LIMIT_EXCEEDED.refuseIf(count > most, most);
            changed(unit, user, "MONGODB_USER_ADDED");
            return UserView.of(call, user);
        });
    }

    private UserView update(Call<UserRequests.DatabaseUserUpdate> call) {
        UserRequests.DatabaseUserUpdate body = call.body();
        User seen = units.read(handle -> find(handle, call));
        body.requireSame(seen);
        if (body.roles() != null) {
            GrantRules.requireSome(body.roles());
        }
        Optional<List<Credential>> credentials = credentials(seen.name(), body.password());
        Optional<Instant> deleteAfter = expiration.checked(body.deleteAfterDate());
        return units.inProject(call, unit -> {
            unit.lockProject();
            User before = find(unit.handle(), call);
            User draft = new User(
                    before.projectId(),
                    before.database(),
                    before.name(),
                    Patch.applied(before.authentication(), body),
                    Patch.applied(before.facts(), body),
                    List.of(),
                    deleteAfter.or(before::deleteAfter));
            authenticationRules.require(draft, body.password());
            User after = draft.verifiedBy(credentials.orElse(before.credentials()));
            rules.require(unit.handle(), after);
            UserTable.update(unit.handle(), after);
            changed(unit, after, "MONGODB_USER_UPDATED");
            return UserView.of(call, after);
        });
    }

    private NoContent delete(Call<NoContent> call) {
        return units.inProject(call, unit -> {
            unit.lockProject();
            delete(unit, find(unit.handle(), call));
            return NoContent.DONE;
        });
    }

    private void delete(ProjectUnitOfWork unit, User user) {
        UserTable.delete(unit.handle(), user.projectId(), user.database(), user.name());
        changed(unit, user, "MONGODB_USER_DELETED");
    }

    private void changed(ProjectUnitOfWork unit, User user, String type) {
        expiration.reschedule(unit);
        unit.notifyUsersChanged();
        unit.append(type, Map.of("dbUserUsername", user.name()));
    }

    @Override
    public Optional<Instant> nextExpiry(Handle handle, ProjectId projectId) {
        return UserTable.nextExpiry(handle, projectId);
    }

    @Override
    public void removeExpired(ProjectUnitOfWork unit, Instant now) {
        UserTable.expired(unit.handle(), unit.projectId(), now).forEach(user -> delete(unit, user));
    }

    private Optional<List<Credential>> credentials(String name, @Nullable String password) {
        ErrorCode.SHORT_PASSWORD.refuseIf(password != null && password.length() < SHORTEST_PASSWORD);
        try {
            return Optional.ofNullable(password)
                    .map(text -> Credential.of(keys.derive(name, text).values()));
        } catch (IllegalArgumentException forbiddenCharacters) {
            throw ErrorCode.INVALID_ATTRIBUTE.about("password");
        }
    }
}
