package io.telamon.gateway.command;

import java.util.List;

/**
 * What a message would do if it were run.
 *
 * @param touches everything it does to namespaces: what is not here is neither authorized nor limited
 * @param stages the names of its aggregation stages, those of inner pipelines included
 */
record Effects(List<Touch> touches, List<String> stages) {

    static final Effects NONE = new Effects(List.of(), List.of());

    static Effects of(Touch touch) {
        return new Effects(List.of(touch), List.of());
    }

    /** Whether names may be gone after it. */
    boolean removeNames() {
        for (Touch touch : touches) {
            if (touch.removesNames()) {
                return true;
            }
        }
        return false;
    }
}
