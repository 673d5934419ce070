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
import java.util.function.Function;

/** The operations of maintenance windows. */
public final class MaintenanceWindowOperations implements ApiModule {

    private final ProjectSetting<MaintenanceWindow> windows =
            new ProjectSetting<>("maintenance-window", MaintenanceWindow.class, MaintenanceWindow.UNDEFINED);
    private final UnitsOfWork units;

    /** The operations over a store. */
    public MaintenanceWindowOperations(UnitsOfWork units) {
        this.units = units;
    }

    @Override
    public void bind(Operations api) {
        api.serve("getGroupMaintenanceWindow", this::get);
        api.serve("updateGroupMaintenanceWindow", MaintenanceWindow.class, call -> change(call, before -> call.body()));
        api.serve("resetGroupMaintenanceWindow", this::reset);
        api.serve(
                "toggleGroupMaintenanceWindowAutoDefer",
                call -> change(call, before -> new AutoDefer(!defers(before))));
        api.serve("deferGroupMaintenanceWindow", this::defer);
    }

    private MaintenanceWindow get(Call<?> call) {
        return units.read(handle -> windows.get(handle, call.projectId()));
    }

    private NoContent change(Call<?> call, Function<MaintenanceWindow, Record> change) {
        return units.inProject(call, unit -> {
            windows.change(
                    unit,
                    before -> appendEvents(
                            unit,
                            before,
                            Patch.applied(before, change.apply(before)).checked()));
            return NoContent.DONE;
        });
    }

    private static MaintenanceWindow appendEvents(
            ProjectUnitOfWork unit, MaintenanceWindow before, MaintenanceWindow after) {
        if (before.differsInTime(after)) {
            unit.append("ATLAS_MAINTENANCE_WINDOW_" + (before.isUndefined() ? "ADDED" : "MODIFIED"));
        }
        if (defers(before) != defers(after)) {
            unit.append("ATLAS_MAINTENANCE_AUTO_DEFER_" + (defers(after) ? "ENABLED" : "DISABLED"));
        }
        return after;
    }

    private record AutoDefer(boolean autoDeferOnceEnabled) {}

    private static boolean defers(MaintenanceWindow window) {
        return Boolean.TRUE.equals(window.autoDeferOnceEnabled());
    }

    private NoContent reset(Call<?> call) {
        return units.inProject(call, unit -> {
            if (windows.reset(unit)) {
                unit.append("ATLAS_MAINTENANCE_WINDOW_REMOVED");
            }
            return NoContent.DONE;
        });
    }

    /** No maintenance is ever scheduled here, so there is none to defer. */
    private NoContent defer(Call<?> call) {
        throw get(call).isUndefined()
                ? ErrorCode.ATLAS_MAINTENANCE_WINDOW_NOT_DEFINED.about()
                : ErrorCode.ATLAS_MAINTENANCE_NOT_SCHEDULED.about();
    }
}
