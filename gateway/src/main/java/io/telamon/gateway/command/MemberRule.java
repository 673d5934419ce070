package io.telamon.gateway.command;

import io.telamon.gateway.error.Errors;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonString;

/**
 * What a secondary runs (MongoDB manual, "Read Preference"): no writes, and reads of clients that allow a secondary by their read preference. Without one,
 * a command is for the primary.
 */
final class MemberRule implements Rule {

    /** Commands of the primary that are not metered as writes. */
    private static final Set<String> OF_PRIMARY =
            Set.of("renameCollection", "convertToCapped", "deleteIndexes", "commitTransaction", "abortTransaction");

    /** Commands that go on with what was begun here. */
    private static final Set<String> ANYWHERE = Set.of("getMore", "killCursors");

    private static final BsonString PRIMARY = new BsonString("primary");

    @Override
    public void check(Request request) {
        String command = request.spec().name();
        if (request.session().members().isPrimary() || ANYWHERE.contains(command)) {
            return;
        }
        if (request.spec().write() || OF_PRIMARY.contains(command)) {
            throw Errors.notWritablePrimary();
        }
        if (!allowsSecondary(request.message().body())) {
            throw Errors.notPrimaryNoSecondaryOk();
        }
    }

    private static boolean allowsSecondary(BsonDocument command) {
        return command.get("$readPreference") instanceof BsonDocument preference
                && !preference.get("mode", PRIMARY).equals(PRIMARY);
    }
}
