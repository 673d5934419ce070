package io.telamon.control.database;

import io.telamon.control.store.StoredAsJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of a database user besides its name and what verifies its password. */
@StoredAsJson
record UserFacts(
        List<Granted> roles,
        List<Scope> scopes,
        List<Label> labels,
        @Nullable String description) {

    static final UserFacts NONE = new UserFacts(List.of(), List.of(), List.of(), null);

    UserFacts {
        roles = List.copyOf(roles);
        scopes = List.copyOf(scopes);
        labels = List.copyOf(labels);
    }
}
