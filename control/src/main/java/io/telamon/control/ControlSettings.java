package io.telamon.control;

import io.telamon.control.rehearsal.Pace;

/**
 * What can be set of the control plane.
 *
 * @param node names this process among those that share a database
 * @param calendar the name of a stage, a day, or {@code today}
 * @param enforcesRateLimits whether requests over a limit are refused, or only counted
 * @param enforcesClusterLimit whether projects have no more clusters than their limit says
 */
public record ControlSettings(
        String node, Pace pace, String calendar, boolean enforcesRateLimits, boolean enforcesClusterLimit) {

    /** The settings of a server that nobody has told anything. */
    public static ControlSettings defaults() {
        return new ControlSettings("telamon", Pace.QUICK, "flex", false, true);
    }

    /** The same settings with another pace. */
    public ControlSettings at(Pace other) {
        return new ControlSettings(node, other, calendar, enforcesRateLimits, enforcesClusterLimit);
    }
}
