package io.telamon.gateway.command;

import java.util.List;

/**
 * What a message would do if it were run.
 *
 * @param touches everything it does to namespaces: what is not here is neither authorized nor limited
 * @param stages the names of its aggregation stages, those of inner pipelines included
 */
record CommandFootprint(List<RequiredPrivilege> touches, List<String> stages) {

    static final CommandFootprint NONE = new CommandFootprint(List.of(), List.of());

    static CommandFootprint of(RequiredPrivilege touch) {
        return new CommandFootprint(List.of(touch), List.of());
    }

    /** Whether names may be gone after it. */
    boolean removeNames() {
        for (RequiredPrivilege touch : touches) {
            if (touch.removesNames()) {
                return true;
            }
        }
        return false;
    }
}
