package io.telamon.control.database;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of a database user besides its name and what verifies its password. */
record UserFacts(
        List<Granted> roles,
        List<Scope> scopes,
        List<Label> labels,
        @Nullable String description) {

    UserFacts {
        roles = List.copyOf(roles);
        scopes = List.copyOf(scopes);
        labels = List.copyOf(labels);
    }
}
