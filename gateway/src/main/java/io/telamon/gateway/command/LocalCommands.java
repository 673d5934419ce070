package io.telamon.gateway.command;

import io.telamon.gateway.error.Errors;
import io.telamon.gateway.session.Authentication;
import io.telamon.gateway.session.ConnectionFacts;
import io.telamon.gateway.session.LocalCommand;
import io.telamon.gateway.session.OperationCommands;
import io.telamon.gateway.session.ServerFacts;
import io.telamon.gateway.spi.directory.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The commands that the gateway answers itself, and who may ask them. */
public final class LocalCommands {

    /** Whether a command belongs to the stable API, version 1. */
    private static final boolean STABLE = true;

    private static final boolean OTHER = false;

    private final List<CommandSpec> specs = new ArrayList<>();

    /** Answers from those. */
    public LocalCommands(
            Authentication authentication,
            ConnectionFacts connection,
            ServerFacts server,
            OperationCommands operations) {
        specs.add(new CommandSpec.Greeting("hello", true));
        specs.add(new CommandSpec.Greeting("isMaster", false));
        specs.add(new CommandSpec.Greeting("ismaster", false));
        anonymous("saslStart", STABLE, authentication::start);
        anonymous("saslContinue", STABLE, authentication::proceed);
        anonymous("logout", STABLE, connection::logout);
        anonymous("ping", STABLE, connection::done);
        anonymous("endSessions", STABLE, connection::done);
        anonymous("buildInfo", OTHER, server::buildInfo);
        anonymous("buildinfo", OTHER, server::buildInfo);
        anonymous("connectionStatus", OTHER, connection::connectionStatus);
        anonymous("whatsmyuri", OTHER, connection::whatsMyUri);
        authenticated("startSession", STABLE, connection::startSession);
        authenticated("atlasVersion", OTHER, server::atlasVersion);
        authenticated("refreshSessions", STABLE, connection::done);
        authenticated("getParameter", OTHER, server::getParameter);
        authenticated("currentOp", OTHER, operations::currentOp);
        authenticated("killOp", OTHER, operations::killOp);
        needing(Action.SERVER_STATUS, "serverStatus", server::serverStatus);
        needing(Action.GET_LOG, "getLog", connection::getLog);
        searchIndexes();
    }

    /** The commands about search indexes, which no cluster has. */
    private void searchIndexes() {
        for (String name :
                List.of("createSearchIndexes", "dropSearchIndex", "listSearchIndexes", "updateSearchIndex")) {
            authenticated(name, OTHER, (_, _) -> {
                throw Errors.searchNotEnabled();
            });
        }
    }

    List<CommandSpec> specs() {
        return specs;
    }

    private void anonymous(String name, boolean stable, LocalCommand command) {
        specs.add(new CommandSpec.Local(name, stable, true, Optional.empty(), command));
    }

    private void authenticated(String name, boolean stable, LocalCommand command) {
        specs.add(new CommandSpec.Local(name, stable, false, Optional.empty(), command));
    }

    private void needing(Action action, String name, LocalCommand command) {
        specs.add(new CommandSpec.Local(name, false, false, Optional.of(action), command));
    }
}
