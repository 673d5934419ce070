package io.telamon.control.network;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.telamon.control.access.IpRange;
import io.telamon.control.api.ApiException;
import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
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
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The operations of project access lists, and the end of entries that end by themselves. */
public final class AccessListOperations implements TaskHandler {

    /** The kind of tasks that remove entries. */
    public static final String TASK = "access-list-entry";

    private static final Duration LONGEST = Duration.ofDays(7);

    private final Store store;
    private final Tasks tasks;
    private final EventLog events;
    private final ChangeNotifier notifier;
    private final Projects projects;
    private final Clock clock;

    /** Over the lists of a store. */
    public AccessListOperations(
            Store store, Tasks tasks, EventLog events, ChangeNotifier notifier, Projects projects, Clock clock) {
        this.store = store;
        this.tasks = tasks;
        this.events = events;
        this.notifier = notifier;
        this.projects = projects;
        this.clock = clock;
    }

    /** Declares them. */
    public void declare(Operations api) {
        api.servePage("listGroupAccessListEntries", this::list);
        api.servePageOfListOf("createGroupAccessListEntry", EntryRequest.class, this::create);
        api.serve("getGroupAccessListEntry", this::get);
        api.serve("deleteGroupAccessListEntry", this::delete);
        api.serve("getGroupAccessListStatus", this::status);
    }

    private Page<PermissionView> list(Call<NoContent> call) {
        return store.read(handle -> views(handle, call));
    }

    private Page<PermissionView> views(Handle handle, Call<?> call) {
        return EntryTable.list(handle, call.projectId(), call.page(), clock.instant())
                .map(entry -> PermissionView.of(call, entry));
    }

    /** How many entries the list of a project has. */
    public long count(Handle handle, String projectId) {
        return EntryTable.count(handle, projectId, clock.instant());
    }

    private Page<PermissionView> create(Call<List<EntryRequest>> call) {
        if (call.body().isEmpty()) {
            throw ErrorCode.VALIDATION_ERROR.about("the body must have at least one entry");
        }
        List<Entry> entries =
                call.body().stream().map(body -> entry(call.projectId(), body)).toList();
        String organizationId = projects.organizationOfProject(call.projectId()).orElseThrow();
        return store.write(transaction -> {
            long most = projects.lockForLimit(transaction, call.projectId(), Limit.ACCESS_LIST_ENTRIES);
            long before = count(transaction.handle(), call.projectId());
            for (Entry entry : entries) {
                put(transaction, call, organizationId, entry);
            }
            // a list that is longer than a limit that was lowered may still change
            if (count(transaction.handle(), call.projectId()) > Math.max(most, before)) {
                throw ErrorCode.ATLAS_NETWORK_PERMISSIONS_LIMIT_EXCEEDED.about(most);
            }
            notifier.accessListChanged(transaction, call.projectId());
            return views(transaction.handle(), call);
        });
    }

    private void put(Transaction transaction, Call<?> call, String organizationId, Entry entry) {
        boolean known = EntryTable.find(transaction.handle(), entry.projectId(), entry.range(), clock.instant())
                .isPresent();
        EntryTable.put(transaction.handle(), entry);
        Task task = new Task(TASK, entry.subject());
        entry.deleteAfter()
                .ifPresentOrElse(
                        moment -> tasks.schedule(transaction, task, new Due.At(moment)),
                        () -> tasks.end(transaction, task));
        String type = known ? "NETWORK_PERMISSION_ENTRY_UPDATED" : "NETWORK_PERMISSION_ENTRY_ADDED";
        events.append(
                transaction,
                Event.inProject(entry.projectId(), organizationId, call, type)
                        .about("whitelistEntry", entry.range().cidrBlock()));
    }

    private Entry entry(String projectId, EntryRequest body) {
        Instant deleteAfter = body.deleteAfterDate();
        Instant now = clock.instant();
        if (deleteAfter != null && (!deleteAfter.isAfter(now) || deleteAfter.isAfter(now.plus(LONGEST)))) {
            throw ErrorCode.INVALID_ATTRIBUTE.about("deleteAfterDate");
        }
        return new Entry(projectId, body.range(), body.checkedComment(), Optional.ofNullable(deleteAfter));
    }

    private PermissionView get(Call<NoContent> call) {
        return PermissionView.of(call, find(call));
    }

    private StatusView status(Call<NoContent> call) {
        find(call);
        return new StatusView("ACTIVE");
    }

    private Entry find(Call<?> call) {
        return IpRange.parse(call.path("entryValue"))
                .flatMap(range ->
                        store.read(handle -> EntryTable.find(handle, call.projectId(), range, clock.instant())))
                .orElseThrow(() -> notFound(call));
    }

    private NoContent delete(Call<NoContent> call) {
        Entry entry = find(call);
        String organizationId = projects.organizationOfProject(call.projectId()).orElseThrow();
        return store.write(transaction -> {
            if (!remove(transaction, entry)) {
                throw notFound(call);
            }
            events.append(
                    transaction,
                    Event.inProject(entry.projectId(), organizationId, call, "NETWORK_PERMISSION_ENTRY_REMOVED")
                            .about("whitelistEntry", entry.range().cidrBlock()));
            return NoContent.DONE;
        });
    }

    private boolean remove(Transaction transaction, Entry entry) {
        tasks.end(transaction, new Task(TASK, entry.subject()));
        notifier.accessListChanged(transaction, entry.projectId());
        return EntryTable.delete(transaction.handle(), entry.projectId(), entry.range());
    }

    /** Removes the entry whose time has passed. */
    @Override
    public Optional<Duration> run(String subject) {
        String[] parts = subject.split(" ", -1);
        Entry entry = new Entry(parts[0], IpRange.parse(parts[1]).orElseThrow(), Optional.empty(), Optional.empty());
        Optional<String> organizationId = projects.organizationOfProject(entry.projectId());
        store.write(transaction -> {
            if (remove(transaction, entry) && organizationId.isPresent()) {
                events.append(
                        transaction,
                        Event.bySystem(entry.projectId(), organizationId.get(), "NETWORK_PERMISSION_ENTRY_REMOVED")
                                .about("whitelistEntry", entry.range().cidrBlock()));
            }
            return NoContent.DONE;
        });
        return Optional.empty();
    }

    private static ApiException notFound(Call<?> call) {
        return ErrorCode.ATLAS_NETWORK_PERMISSION_ENTRY_NOT_FOUND.about(call.path("entryValue"), call.projectId());
    }

    @SuppressWarnings("IdentifierName") // the API spells it so
    private record StatusView(String STATUS) {}

    private record PermissionView(
            String cidrBlock,
            @Nullable String comment,
            @Nullable Instant deleteAfterDate,
            String groupId,
            @Nullable String ipAddress,
            List<Link> links) {

        static PermissionView of(Call<?> call, Entry entry) {
            String block = entry.range().cidrBlock();
            String path = "/groups/" + entry.projectId() + "/accessList/" + URLEncoder.encode(block, UTF_8);
            return new PermissionView(
                    block,
                    entry.comment().orElse(null),
                    entry.deleteAfter().orElse(null),
                    entry.projectId(),
                    entry.range().ipAddress().orElse(null),
                    List.of(call.link("self", path)));
        }
    }
}
