package io.telamon.gateway.spi.directory;

import java.util.Set;

/**
 * Actions allowed on a resource.
 *
 * @param resource what they are allowed on
 * @param actions what is allowed
 */
public record Privilege(Resource resource, Set<Action> actions) {

    /** Keeps a copy of the set. */
    public Privilege {
        actions = Set.copyOf(actions);
    }
}
