package io.telamon.control.network;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.telamon.control.access.list.CidrBlock;
import io.telamon.control.access.list.IpRange;
import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Link;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Page;
import io.telamon.control.limit.Limit;
import io.telamon.control.limit.LimitUsage;
import io.telamon.control.module.ApiModule;
import io.telamon.control.task.TaskHandler;
import io.telamon.control.work.Expiration;
import io.telamon.control.work.ProjectUnitOfWork;
import io.telamon.control.work.UnitsOfWork;
import io.telamon.gateway.model.ProjectId;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The operations of project access lists, and the end of entries that end by themselves. */
public final class AccessListOperations implements ApiModule, Expiration.Resources {

    private final UnitsOfWork units;
    private final Expiration expiration;

    /** The operations over a store. */
    public AccessListOperations(UnitsOfWork units) {
        this.units = units;
        this.expiration = new Expiration(units, "access-list-entry", this);
    }

    @Override
    public void bind(Operations api) {
        api.servePage("listGroupAccessListEntries", call -> units.read(handle -> views(handle, call)));
        api.servePageOfListOf("createGroupAccessListEntry", EntryRequest.class, this::create);
        api.serve("getGroupAccessListEntry", call -> PermissionView.of(call, get(call)));
        api.serve("deleteGroupAccessListEntry", this::delete);
        api.serve("getGroupAccessListStatus", this::status);
    }

    @Override
    public Map<String, TaskHandler> taskHandlers() {
        return Map.of(expiration.taskKind(), expiration);
    }

    @Override
    public Map<Limit, LimitUsage> limitUsage() {
        return Map.of(Limit.ACCESS_LIST_ENTRIES, this::count);
    }

    @Override
    public void beforeProjectDeletion(ProjectUnitOfWork unit) {
        expiration.end(unit);
    }

    private long count(Handle handle, ProjectId projectId) {
        return EntryTable.count(handle, projectId, units.now());
    }

    private Page<PermissionView> views(Handle handle, Call<?> call) {
        return EntryTable.list(handle, call.projectId(), call.page(), units.now())
                .map(entry -> PermissionView.of(call, entry));
    }

    private Page<PermissionView> create(Call<List<EntryRequest>> call) {
        ErrorCode.VALIDATION_ERROR.refuseIf(call.body().isEmpty(), "the body must have at least one entry");
        List<Entry> entries =
                call.body().stream().map(body -> entry(call.projectId(), body)).toList();
        return units.inProject(call, unit -> {
            long most = unit.lockProjectForLimit(Limit.ACCESS_LIST_ENTRIES);
            long before = count(unit.handle(), unit.projectId());
            entries.forEach(entry -> put(unit, entry));
            // a list that is longer than a limit that was lowered may still change
            long after = count(unit.handle(), unit.projectId());
            ErrorCode.ATLAS_NETWORK_PERMISSIONS_LIMIT_EXCEEDED.refuseIf(after > Math.max(most, before), most);
            changed(unit);
            return views(unit.handle(), call);
        });
    }

    private Entry entry(ProjectId projectId, EntryRequest body) {
        Optional<Instant> deleteAfter = expiration.checked(body.deleteAfterDate());
        CidrBlock block = body.block();
        return new Entry(projectId, block.range().cidrBlock(), block.text(), body.checkedComment(), deleteAfter);
    }

    private static void put(ProjectUnitOfWork unit, Entry entry) {
        boolean known = EntryTable.find(unit.handle(), entry.projectId(), entry.addressRange(), unit.now())
                .isPresent();
        EntryTable.put(unit.handle(), entry);
        append(unit, entry, known ? "NETWORK_PERMISSION_ENTRY_UPDATED" : "NETWORK_PERMISSION_ENTRY_ADDED");
    }

    private static void append(ProjectUnitOfWork unit, Entry entry, String type) {
        unit.append(type, Map.of("whitelistEntry", entry.cidrBlock()));
    }

    private void changed(ProjectUnitOfWork unit) {
        expiration.reschedule(unit);
        unit.notifyAccessListChanged();
    }

    private Entry get(Call<?> call) {
        return units.read(handle -> find(handle, call));
    }

    private Entry find(Handle handle, Call<?> call) {
        return IpRange.parse(call.path("entryValue"))
                .flatMap(range -> EntryTable.find(handle, call.projectId(), range.cidrBlock(), units.now()))
                .orElseThrow(() -> ErrorCode.ATLAS_NETWORK_PERMISSION_ENTRY_NOT_FOUND.about(
                        call.path("entryValue"), call.projectId()));
    }

    private StatusView status(Call<NoContent> call) {
        get(call);
        return new StatusView("ACTIVE");
    }

    private NoContent delete(Call<NoContent> call) {
        return units.inProject(call, unit -> {
            unit.lockProject();
            delete(unit, find(unit.handle(), call));
            return NoContent.DONE;
        });
    }

    private void delete(ProjectUnitOfWork unit, Entry entry) {
        EntryTable.delete(unit.handle(), entry);
        append(unit, entry, "NETWORK_PERMISSION_ENTRY_REMOVED");
        changed(unit);
    }

    @Override
    public Optional<Instant> nextExpiry(Handle handle, ProjectId projectId) {
        return EntryTable.nextExpiry(handle, projectId);
    }

    @Override
    public void removeExpired(ProjectUnitOfWork unit, Instant now) {
        EntryTable.expired(unit.handle(), unit.projectId(), now).forEach(entry -> delete(unit, entry));
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
            String block = entry.cidrBlock();
            String path = "/groups/" + entry.projectId() + "/accessList/" + URLEncoder.encode(block, UTF_8);
            return new PermissionView(
                    block,
                    entry.comment().orElse(null),
                    entry.deleteAfter().orElse(null),
                    entry.projectId().value(),
                    CidrBlock.parse(block).flatMap(CidrBlock::ipAddress).orElse(null),
                    List.of(call.link("self", path)));
        }
    }
}
