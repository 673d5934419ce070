package io.telamon.control.project;

import io.telamon.control.api.Call;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Patch;
import io.telamon.control.module.ApiModule;
import io.telamon.control.work.UnitsOfWork;
import java.util.List;
import java.util.Objects;

/** The operations of a project's settings, and of the addresses of its clusters. */
public final class ProjectSettingsOperations implements ApiModule {

    private final UnitsOfWork units;

    /** The operations over a store. */
    public ProjectSettingsOperations(UnitsOfWork units) {
        this.units = units;
    }

    @Override
    public void bind(Operations api) {
        api.serve("getGroupSettings", this::get);
        api.serve("updateGroupSettings", ProjectSettings.class, this::update);
        api.serve(
                "getGroupManagedSlowMs",
                call -> units.read(handle -> SettingsTable.managesSlowMs(handle, call.projectId())));
        api.serve("enableGroupManagedSlowMs", call -> manageSlowMs(call, true));
        api.serve("disableGroupManagedSlowMs", call -> manageSlowMs(call, false));
        api.serve(
                "getGroupIpAddresses",
                call -> new IpAddresses(call.projectId().value(), new IpAddresses.Services(List.of())));
    }

    private ProjectSettings get(Call<NoContent> call) {
        return units.read(handle -> SettingsTable.settings(handle, call.projectId()));
    }

    private ProjectSettings update(Call<ProjectSettings> call) {
        return units.inProject(call, unit -> {
            unit.lockProject();
            ProjectSettings before = SettingsTable.settings(unit.handle(), unit.projectId());
            ProjectSettings after = Patch.applied(before, call.body());
            SettingsTable.setSettings(unit.handle(), unit.projectId(), after);
            if (!Objects.equals(before.isDataExplorerEnabled(), after.isDataExplorerEnabled())) {
                boolean enabled = Boolean.TRUE.equals(after.isDataExplorerEnabled());
                unit.append(enabled ? "DATA_EXPLORER_ENABLED" : "DATA_EXPLORER_DISABLED");
            }
            if (!Objects.equals(before.isExtendedStorageSizesEnabled(), after.isExtendedStorageSizesEnabled())) {
                unit.append("PROJECT_ENABLE_EXTENDED_STORAGE_SIZES_UPDATED");
            }
            return after;
        });
    }

    private NoContent manageSlowMs(Call<NoContent> call, boolean enabled) {
        return units.inProject(call, unit -> {
            unit.lockProject();
            SettingsTable.setManagesSlowMs(unit.handle(), unit.projectId(), enabled);
            unit.notifyClustersChanged();
            return NoContent.DONE;
        });
    }
}
