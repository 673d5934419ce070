package io.telamon.control.project;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.store.Store;
import java.util.List;
import java.util.Objects;

/** The operations of a project's settings, and of the addresses of its clusters. */
final class ProjectSettingsOperations {

    private final ProjectContext family;
    private final Store store;
    private final SettingsTable table;

    ProjectSettingsOperations(ProjectContext family) {
        this.family = family;
        this.store = family.store();
        this.table = new SettingsTable(family.json());
    }

    void declare(Operations api) {
        api.serve("getGroupSettings", this::get);
        api.serve("updateGroupSettings", ProjectSettings.class, this::update);
        api.serve("getGroupManagedSlowMs", this::managesSlowMs);
        api.serve("enableGroupManagedSlowMs", call -> manageSlowMs(call, true));
        api.serve("disableGroupManagedSlowMs", call -> manageSlowMs(call, false));
        api.serve(
                "getGroupIpAddresses", call -> new IpAddresses(call.projectId(), new IpAddresses.Services(List.of())));
    }

    private ProjectSettings get(Call<NoContent> call) {
        return store.read(handle -> table.settings(handle, call.projectId()))
                .orElseThrow(() -> ErrorCode.GROUP_NOT_FOUND.about(call.projectId()));
    }

    private ProjectSettings update(Call<ProjectSettings> call) {
        return store.write(transaction -> {
            Project project = family.projects().lock(transaction, call.projectId());
            ProjectSettings before =
                    table.settings(transaction.handle(), project.id()).orElse(ProjectSettings.INITIAL);
            ProjectSettings after = before.changedBy(call.body());
            table.setSettings(transaction.handle(), project.id(), after);
            if (!Objects.equals(before.isDataExplorerEnabled(), after.isDataExplorerEnabled())) {
                boolean enabled = Boolean.TRUE.equals(after.isDataExplorerEnabled());
                String type = enabled ? "DATA_EXPLORER_ENABLED" : "DATA_EXPLORER_DISABLED";
                family.events().append(transaction, ProjectOperations.event(call, project, type));
            }
            if (!Objects.equals(before.isExtendedStorageSizesEnabled(), after.isExtendedStorageSizesEnabled())) {
                String type = "PROJECT_ENABLE_EXTENDED_STORAGE_SIZES_UPDATED";
                family.events().append(transaction, ProjectOperations.event(call, project, type));
            }
            return after;
        });
    }

    private boolean managesSlowMs(Call<NoContent> call) {
        return store.read(handle -> table.managesSlowMs(handle, call.projectId()))
                .orElseThrow(() -> ErrorCode.GROUP_NOT_FOUND.about(call.projectId()));
    }

    private NoContent manageSlowMs(Call<NoContent> call, boolean enabled) {
        if (!store.write(transaction -> table.setManagesSlowMs(transaction.handle(), call.projectId(), enabled))) {
            throw ErrorCode.GROUP_NOT_FOUND.about(call.projectId());
        }
        return NoContent.DONE;
    }
}
