package io.telamon.control.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Link;
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
import java.net.URLEncoder;
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
        api.serve("getGroupDatabaseUser", call -> view(call, units.read(handle -> find(handle, call))));
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
                .map(user -> view(call, user));
    }

    private User find(Handle handle, Call<?> call) {
        String name = call.path("username");
        return UserTable.find(handle, call.projectId(), call.path("databaseName"), name, units.now())
                .orElseThrow(() -> ErrorCode.USERNAME_NOT_FOUND.about(name));
    }

    private UserView create(Call<UserRequests.DatabaseUserCreate> call) {
        UserRequests.DatabaseUserCreate body = call.body();
        body.requireName();
        body.requirePassword();
        User user = new User(
                call.projectId(),
                body.databaseName(),
                body.username(),
                Patch.applied(UserFacts.NONE, body),
                credentials(body.username(), String.valueOf(body.password())),
                expiration.checked(body.deleteAfterDate()));
        return units.inProject(call, unit -> {
            long most = unit.lockProjectForLimit(Limit.DATABASE_USERS);
            rules.require(unit.handle(), user);
            ErrorCode.USER_ALREADY_EXISTS.refuseIf(!UserTable.insert(unit.handle(), user), user.name());
            long count = UserTable.count(unit.handle(), unit.projectId(), unit.now());
            ErrorCode.GROUP_USERS_LIMIT_EXCEEDED.refuseIf(count > most, most);
            changed(unit, user, "MONGODB_USER_ADDED");
            return view(call, user);
        });
    }

    private UserView update(Call<UserRequests.DatabaseUserUpdate> call) {
        UserRequests.DatabaseUserUpdate body = call.body();
        User seen = units.read(handle -> find(handle, call));
        body.requireSame(seen.name());
        Optional<List<Credential>> credentials =
                Optional.ofNullable(body.password()).map(password -> credentials(seen.name(), password));
        Optional<Instant> deleteAfter = expiration.checked(body.deleteAfterDate());
        return units.inProject(call, unit -> {
            unit.lockProject();
            User before = find(unit.handle(), call);
            User after = new User(
                    before.projectId(),
                    before.database(),
                    before.name(),
                    Patch.applied(before.facts(), body),
                    credentials.orElse(before.credentials()),
                    deleteAfter.or(before::deleteAfter));
            rules.require(unit.handle(), after);
            UserTable.update(unit.handle(), after);
            changed(unit, after, "MONGODB_USER_UPDATED");
            return view(call, after);
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

    private List<Credential> credentials(String name, String password) {
        ErrorCode.SHORT_PASSWORD.refuseIf(password.length() < SHORTEST_PASSWORD);
        try {
            return Credential.of(keys.derive(name, password).values());
        } catch (IllegalArgumentException forbiddenCharacters) {
            throw ErrorCode.INVALID_ATTRIBUTE.about("password");
        }
    }

    private record UserView(
            String awsIAMType,
            String databaseName,
            @Nullable Instant deleteAfterDate,
            @Nullable String description,
            String groupId,
            List<Label> labels,
            String ldapAuthType,
            List<Link> links,
            String oidcAuthType,
            List<Granted> roles,
            List<Scope> scopes,
            String username,
            String x509Type) {}

    private static UserView view(Call<?> call, User user) {
        String path = "/groups/" + user.projectId() + "/databaseUsers/" + user.database() + "/"
                + URLEncoder.encode(user.name(), UTF_8).replace("+", "%20");
        return new UserView(
                "NONE",
                user.database(),
                user.deleteAfter().orElse(null),
                user.facts().description(),
                user.projectId().value(),
                user.facts().labels(),
                "NONE",
                List.of(call.link("self", path)),
                "NONE",
                user.facts().roles(),
                user.facts().scopes(),
                user.name(),
                "NONE");
    }
}
