package io.telamon.gateway.command;

import io.telamon.gateway.api.OperationKind;
import io.telamon.gateway.session.LocalCommand;
import io.telamon.gateway.spi.directory.Action;
import java.util.Optional;

/** A command that there is. */
sealed interface CommandSpec {

    /** Its name. */
    String name();

    /** Whether it belongs to the stable API, version 1. */
    boolean stable();

    /** The greeting, which may be answered late or many times. */
    record Greeting(String name, boolean stable) implements CommandSpec {}

    /**
     * A command that the gateway answers.
     *
     * @param anonymous whether it may be asked before authenticating
     * @param needs the action on the cluster that it needs, if any
     */
    record Local(String name, boolean stable, boolean anonymous, Optional<Action> needs, LocalCommand command)
            implements CommandSpec {}

    /**
     * A command that the engine runs.
     *
     * @param kind how it is counted
     * @param write whether it is metered by what it writes rather than by what it answers
     * @param analyzer finds what it does
     */
    record Forwarded(String name, boolean stable, OperationKind kind, boolean write, Analyzer analyzer)
            implements CommandSpec {}
}
