package io.telamon.gateway.command;

import io.telamon.gateway.spi.directory.Action;
import io.telamon.gateway.spi.engine.Namespace;

/**
 * One thing a command does to one namespace.
 *
 * @param action what it does
 * @param namespace to what; without a collection if to the database
 */
record RequiredPrivilege(Action action, Namespace namespace) {

    /** Whether the namespace comes to exist by it if it did not. */
    boolean creates() {
        return switch (action) {
            case INSERT, CREATE_COLLECTION, CREATE_INDEX ->
                !namespace.collection().isEmpty();
            default -> false;
        };
    }

    /** Whether documents or indexes may become more by it. */
    boolean grows() {
        return switch (action) {
            case INSERT, UPDATE, CREATE_COLLECTION, CREATE_INDEX -> true;
            default -> false;
        };
    }

    /** Whether it writes documents that the collection's validator looks at. */
    boolean isValidated() {
        return action == Action.INSERT || action == Action.UPDATE;
    }

    /** Whether names may be gone after it. */
    boolean removesNames() {
        return switch (action) {
            case DROP_COLLECTION, DROP_DATABASE, RENAME_COLLECTION_SAME_DB -> true;
            default -> false;
        };
    }
}
