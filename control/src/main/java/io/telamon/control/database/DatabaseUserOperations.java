package io.telamon.control.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNullElse;

import io.telamon.control.api.ApiException;
import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Json;
import io.telamon.control.api.Link;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Page;
import io.telamon.control.event.Event;
import io.telamon.control.event.EventLog;
import io.telamon.control.notification.ChangeNotifier;
import io.telamon.control.project.Limit;
import io.telamon.control.project.Projects;
import io.telamon.control.store.Store;
import io.telamon.control.store.Transaction;
import io.telamon.control.task.Due;
import io.telamon.control.task.Task;
import io.telamon.control.task.TaskHandler;
import io.telamon.control.task.Tasks;
import io.telamon.gateway.credential.PasswordKeys;
import java.net.URLEncoder;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The operations of database users, and the end of users who end by themselves. */
public final class DatabaseUserOperations implements TaskHandler {

    /** The kind of tasks that remove users. */
    public static final String TASK = "database-user";

    private static final Duration LONGEST = Duration.ofDays(7);

    private final PasswordKeys keys = new PasswordKeys(new SecureRandom());
    private final Store store;
    private final UserTable table;
    private final GrantRules rules;
    private final Tasks tasks;
    private final EventLog events;
    private final ChangeNotifier notifier;
    private final Projects projects;
    private final Clock clock;

    /** Over the users of a store. */
    public DatabaseUserOperations(
            Store store,
            Json json,
            Tasks tasks,
            EventLog events,
            ChangeNotifier notifier,
            Projects projects,
            Clock clock) {
        this.store = store;
        this.table = new UserTable(json);
        this.rules = new GrantRules(new RoleTable(json));
        this.tasks = tasks;
        this.events = events;
        this.notifier = notifier;
        this.projects = projects;
        this.clock = clock;
    }

    /** Declares them. */
    public void declare(Operations api) {
        api.servePage("listGroupDatabaseUsers", this::list);
        api.serve("createGroupDatabaseUser", UserRequests.DatabaseUserCreate.class, this::create);
        api.serve("getGroupDatabaseUser", call -> view(call, find(call)));
        api.serve("updateGroupDatabaseUser", UserRequests.DatabaseUserUpdate.class, this::update);
        api.serve("deleteGroupDatabaseUser", this::delete);
    }

    private Page<UserView> list(Call<NoContent> call) {
        return store.read(handle -> table.list(handle, call.projectId(), call.page(), clock.instant()))
                .map(user -> view(call, user));
    }

    /** How many users a project has. */
    public long count(Handle handle, String projectId) {
        return table.count(handle, projectId, clock.instant());
    }

    private UserView create(Call<UserRequests.DatabaseUserCreate> call) {
        UserRequests.DatabaseUserCreate body = call.body();
        body.requireName();
        body.requirePassword();
        UserFacts facts = new UserFacts(
                requireNonNullElse(body.roles(), List.of()),
                requireNonNullElse(body.scopes(), List.of()),
                requireNonNullElse(body.labels(), List.of()),
                body.description());
        User user = new User(
                call.projectId(),
                body.databaseName(),
                body.username(),
                facts,
                credentials(body.username(), String.valueOf(body.password())),
                within(body.deleteAfterDate()));
        String organizationId = organizationId(call);
        return store.write(transaction -> {
            long most = projects.lockForLimit(transaction, call.projectId(), Limit.DATABASE_USERS);
            rules.require(transaction, user);
            if (!table.insert(transaction.handle(), user)) {
                throw ErrorCode.USER_ALREADY_EXISTS.about(user.name());
            }
            if (count(transaction.handle(), call.projectId()) > most) {
                throw ErrorCode.GROUP_USERS_LIMIT_EXCEEDED.about(most);
            }
            complete(transaction, user, Event.inProject(user.projectId(), organizationId, call, "MONGODB_USER_ADDED"));
            return view(call, user);
        });
    }

    private UserView update(Call<UserRequests.DatabaseUserUpdate> call) {
        UserRequests.DatabaseUserUpdate body = call.body();
        User seen = find(call);
        body.requireSame(seen.name());
        Optional<List<Credential>> credentials =
                Optional.ofNullable(body.password()).map(password -> credentials(seen.name(), password));
        Optional<Instant> deleteAfter = within(body.deleteAfterDate());
        String organizationId = organizationId(call);
        return store.write(transaction -> {
            User before = table.lock(transaction, seen.projectId(), seen.database(), seen.name(), clock.instant())
                    .orElseThrow(() -> notFound(call));
            UserFacts facts = new UserFacts(
                    requireNonNullElse(body.roles(), before.facts().roles()),
                    requireNonNullElse(body.scopes(), before.facts().scopes()),
                    requireNonNullElse(body.labels(), before.facts().labels()),
                    body.description() == null ? before.facts().description() : body.description());
            User after = new User(
                    before.projectId(),
                    before.database(),
                    before.name(),
                    facts,
                    credentials.orElse(before.credentials()),
                    deleteAfter.or(before::deleteAfter));
            rules.require(transaction, after);
            table.update(transaction.handle(), after);
            complete(
                    transaction,
                    after,
                    Event.inProject(after.projectId(), organizationId, call, "MONGODB_USER_UPDATED"));
            return view(call, after);
        });
    }

    private void complete(Transaction transaction, User user, Event event) {
        Task task = new Task(TASK, user.subject());
        user.deleteAfter().ifPresent(moment -> tasks.schedule(transaction, task, new Due.At(moment)));
        notifier.usersChanged(transaction, user.projectId());
        events.append(transaction, event.about("dbUserUsername", user.name()));
    }

    private NoContent delete(Call<NoContent> call) {
        User user = find(call);
        String organizationId = organizationId(call);
        return store.write(transaction -> {
            if (!remove(transaction, user.projectId(), user.database(), user.name())) {
                throw notFound(call);
            }
            events.append(
                    transaction,
                    Event.inProject(user.projectId(), organizationId, call, "MONGODB_USER_DELETED")
                            .about("dbUserUsername", user.name()));
            return NoContent.DONE;
        });
    }

    private boolean remove(Transaction transaction, String projectId, String database, String name) {
        tasks.end(transaction, new Task(TASK, projectId + " " + database + " " + name));
        notifier.usersChanged(transaction, projectId);
        return table.delete(transaction.handle(), projectId, database, name);
    }

    /** Removes the user whose time has passed. */
    @Override
    public Optional<Duration> run(String subject) {
        String[] parts = subject.split(" ", 3);
        Optional<String> organizationId = projects.organizationOfProject(parts[0]);
        store.write(transaction -> {
            if (remove(transaction, parts[0], parts[1], parts[2]) && organizationId.isPresent()) {
                events.append(
                        transaction,
                        Event.bySystem(parts[0], organizationId.get(), "MONGODB_USER_DELETED")
                                .about("dbUserUsername", parts[2]));
            }
            return NoContent.DONE;
        });
        return Optional.empty();
    }

    private Optional<Instant> within(@Nullable Instant deleteAfter) {
        Instant now = clock.instant();
        if (deleteAfter != null && (!deleteAfter.isAfter(now) || deleteAfter.isAfter(now.plus(LONGEST)))) {
            throw ErrorCode.INVALID_ATTRIBUTE.about("deleteAfterDate");
        }
        return Optional.ofNullable(deleteAfter);
    }

    private List<Credential> credentials(String name, String password) {
        try {
            return Credential.of(keys.derive(name, password).values());
        } catch (IllegalArgumentException forbiddenCharacters) {
            throw ErrorCode.INVALID_ATTRIBUTE.about("password");
        }
    }

    private User find(Call<?> call) {
        return store.read(handle -> table.find(
                        handle, call.projectId(), call.path("databaseName"), call.path("username"), clock.instant()))
                .orElseThrow(() -> notFound(call));
    }

    private String organizationId(Call<?> call) {
        return projects.organizationOfProject(call.projectId()).orElseThrow();
    }

    private static ApiException notFound(Call<?> call) {
        return ErrorCode.USERNAME_NOT_FOUND.about(call.path("username"));
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
                user.projectId(),
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
