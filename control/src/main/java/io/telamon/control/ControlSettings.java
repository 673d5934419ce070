package io.telamon.control;

import io.telamon.control.rehearsal.Pace;
import java.util.Optional;

/**
 * What can be set of the control plane.
 *
 * @param node names this process among those that share a database
 * @param calendar the name of a stage, a day, or {@code today}; it replaces what was set while a server ran. Without it
 *     that stays in force, or else the stage {@code flex}
 * @param enforcesRateLimits whether requests over a limit are refused, or only counted
 * @param enforcesClusterLimit whether projects have no more clusters than their limit says
 */
public record ControlSettings(
        String node, Pace pace, Optional<String> calendar, boolean enforcesRateLimits, boolean enforcesClusterLimit) {

    /** The settings of a server that nobody has told anything. */
    public static ControlSettings defaults() {
        return new ControlSettings("telamon", Pace.QUICK, Optional.empty(), false, true);
    }

    /** The same settings with another pace. */
    public ControlSettings at(Pace other) {
        return new ControlSettings(node, other, calendar, enforcesRateLimits, enforcesClusterLimit);
    }
}
