package io.telamon.gateway.command;

import io.telamon.gateway.session.Authentication;
import io.telamon.gateway.session.ConnectionFacts;
import io.telamon.gateway.session.LocalCommand;
import io.telamon.gateway.session.ServerFacts;
import io.telamon.gateway.spi.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The commands that the gateway answers itself, and who may ask them. */
public final class LocalCommands {

    private final List<CommandSpec> specs = new ArrayList<>();

    /** Answers from those. */
    public LocalCommands(Authentication authentication, ConnectionFacts connection, ServerFacts server) {
        specs.add(new CommandSpec.Greeting("hello", true));
        specs.add(new CommandSpec.Greeting("isMaster", false));
        specs.add(new CommandSpec.Greeting("ismaster", false));
        anonymous("saslStart", authentication::start);
        anonymous("saslContinue", authentication::proceed);
        anonymous("ping", connection::done);
        anonymous("buildInfo", server::buildInfo);
        anonymous("buildinfo", server::buildInfo);
        anonymous("connectionStatus", connection::connectionStatus);
        anonymous("whatsmyuri", connection::whatsMyUri);
        anonymous("logout", connection::logout);
        anonymous("endSessions", connection::done);
        authenticated("refreshSessions", connection::done);
        authenticated("getParameter", server::getParameter);
        needing(Action.SERVER_STATUS, "serverStatus", server::serverStatus);
        needing(Action.GET_LOG, "getLog", connection::getLog);
    }

    List<CommandSpec> specs() {
        return specs;
    }

    private void anonymous(String name, LocalCommand command) {
        specs.add(new CommandSpec.Local(name, true, true, Optional.empty(), command));
    }

    private void authenticated(String name, LocalCommand command) {
        specs.add(new CommandSpec.Local(name, true, false, Optional.empty(), command));
    }

    private void needing(Action action, String name, LocalCommand command) {
        specs.add(new CommandSpec.Local(name, false, false, Optional.of(action), command));
    }
}
