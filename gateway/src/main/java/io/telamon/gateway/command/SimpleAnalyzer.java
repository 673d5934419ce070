package io.telamon.gateway.command;

import io.telamon.gateway.error.Errors;
import io.telamon.gateway.spi.directory.Action;
import io.telamon.gateway.spi.engine.Message;
import io.telamon.gateway.spi.engine.Namespace;

/** Analyzers for commands that do one thing to one collection or database. */
final class SimpleAnalyzer {

    private SimpleAnalyzer() {}

    /** Does that to the collection the command names. */
    static Analyzer onCollection(Action action) {
        return message -> CommandFootprint.of(new RequiredPrivilege(action, collection(message)));
    }

    /** Does that to the database the command is sent to. */
    static Analyzer onDatabase(Action action) {
        return message -> CommandFootprint.of(new RequiredPrivilege(action, new Namespace(message.database(), "")));
    }

    /** Concerns a session, which belongs to whoever knows its id. */
    static Analyzer onNothing() {
        return _ -> CommandFootprint.NONE;
    }

    /** The collection that a command names as its own value. */
    static Namespace collection(Message message) {
        if (message.target().isEmpty()) {
            throw Errors.invalidNamespace("collection name has invalid type or is empty");
        }
        return new Namespace(message.database(), message.target());
    }

    /** A namespace written as one string. */
    static Namespace parsed(String namespace) {
        int dot = namespace.indexOf('.');
        if (dot <= 0 || dot == namespace.length() - 1) {
            throw Errors.invalidNamespace("Invalid namespace specified '" + namespace + "'");
        }
        return new Namespace(namespace.substring(0, dot), namespace.substring(dot + 1));
    }
}
