package io.telamon.engine.embedded.command;

import io.telamon.engine.embedded.error.CommandErrors;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/** Which names databases can have (MongoDB manual, "Naming Restrictions"). */
final class DatabaseNames {

    private static final String FORBIDDEN = "/\\. \"$\0";
    private static final int LONGEST = 63;

    private DatabaseNames() {}

    /**
     * Checks a name.
     *
     * @throws de.bwaldvogel.mongo.exception.MongoServerError 73 if no database can have it
     */
    static void check(String name) {
        if (name.isEmpty()
                || name.getBytes(StandardCharsets.UTF_8).length > LONGEST
                || name.chars().anyMatch(sign -> FORBIDDEN.indexOf(sign) >= 0)) {
            throw CommandErrors.invalidNamespace("Invalid database name: '" + name.replace("\0", "\\0") + "'");
        }
    }

    /**
     * Checks the name of a database that may have to be made.
     *
     * @throws de.bwaldvogel.mongo.exception.MongoServerError 13297 if another one's differs by the case of letters only
     */
    static void checkCase(String name, Collection<String> existing) {
        if (existing.contains(name)) {
            return;
        }
        for (String other : existing) {
            if (other.equalsIgnoreCase(name)) {
                throw CommandErrors.databaseDiffersByCase(name, other);
            }
        }
    }
}
