package io.telamon.control;

import io.telamon.control.api.Operations;
import io.telamon.control.api.RequestObserver;
import java.util.function.Consumer;

/**
 * What the process around the control plane adds to it.
 *
 * @param observer is told of every answer
 * @param operations declares further operations, of the process itself
 */
public record Surroundings(RequestObserver observer, Consumer<Operations> operations) {

    /** Nothing. */
    public static final Surroundings NONE = new Surroundings(RequestObserver.NONE, operations -> {});
}
