package io.telamon.control.maintenance;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Patch;
import io.telamon.control.module.ApiModule;
import io.telamon.control.work.ProjectSetting;
import io.telamon.control.work.ProjectUnitOfWork;
import io.telamon.control.work.UnitsOfWork;
import java.util.function.UnaryOperator;

/** The operations of maintenance windows. */
public final class MaintenanceWindowOperations implements ApiModule {

    private final ProjectSetting<MaintenanceWindow> windows;

    /** The operations over a store. */
    public MaintenanceWindowOperations(UnitsOfWork units) {
        this.windows =
                new ProjectSetting<>(units, "maintenance-window", MaintenanceWindow.class, MaintenanceWindow.UNDEFINED);
    }

    @Override
    public void bind(Operations api) {
        api.serve("getGroupMaintenanceWindow", windows::get);
        api.serve(
                "updateGroupMaintenanceWindow",
                MaintenanceWindow.class,
                call -> change(call, before -> Patch.applied(before, call.body())));
        api.serve("resetGroupMaintenanceWindow", call -> windows.reset(call, "ATLAS_MAINTENANCE_WINDOW_REMOVED"));
        api.serve("toggleGroupMaintenanceWindowAutoDefer", call -> change(call, MaintenanceWindow::toggled));
        api.serve("deferGroupMaintenanceWindow", this::defer);
    }

    private NoContent change(Call<?> call, UnaryOperator<MaintenanceWindow> change) {
        return windows.change(call, before -> change.apply(before).checked(), MaintenanceWindowOperations::append);
    }

    private static void append(ProjectUnitOfWork unit, MaintenanceWindow before, MaintenanceWindow after) {
        if (before.differsInTime(after)) {
            unit.append(before.isUndefined() ? "ATLAS_MAINTENANCE_WINDOW_ADDED" : "ATLAS_MAINTENANCE_WINDOW_MODIFIED");
        }
        if (before.defers() != after.defers()) {
            unit.append("ATLAS_MAINTENANCE_AUTO_DEFER_" + (after.defers() ? "ENABLED" : "DISABLED"));
        }
    }

    /** No maintenance is ever scheduled here, so there is none to defer. */
    private NoContent defer(Call<NoContent> call) {
        ErrorCode.ATLAS_MAINTENANCE_WINDOW_NOT_DEFINED.refuseIf(
                windows.get(call).isUndefined());
        throw ErrorCode.ATLAS_MAINTENANCE_NOT_SCHEDULED.about();
    }
}
