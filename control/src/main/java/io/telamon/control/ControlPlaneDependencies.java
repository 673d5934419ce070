package io.telamon.control;

import io.telamon.control.api.Operations;
import io.telamon.control.api.RequestObserver;
import io.telamon.control.cluster.DataPlane;
import io.telamon.control.cluster.NoDataPlane;
import io.telamon.control.dataplane.Unmetered;
import io.telamon.gateway.api.Changes;
import io.telamon.gateway.api.Metering;
import io.telamon.gateway.thread.EssentialThreads;
import java.util.function.Consumer;

/**
 * What the process around the control plane adds to it.
 *
 * @param observer is told of every answer
 * @param operations declares further operations, of the process itself
 * @param dataPlane where clusters are served
 * @param metering counts what drivers do
 * @param changes is told of what live connections must hear of
 * @param threads list those without which the control plane does not do its work
 */
public record ControlPlaneDependencies(
        RequestObserver observer,
        Consumer<Operations> operations,
        DataPlane dataPlane,
        Changes changes,
        Metering metering,
        EssentialThreads threads) {

    /** Nothing: clusters that exist in the control plane alone. */
    public static ControlPlaneDependencies none() {
        return new ControlPlaneDependencies(
                RequestObserver.NONE,
                operations -> {},
                new NoDataPlane("telamon.localhost"),
                change -> {},
                new Unmetered(),
                new EssentialThreads());
    }
}
