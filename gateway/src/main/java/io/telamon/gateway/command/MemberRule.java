package io.telamon.gateway.command;

import io.telamon.gateway.error.Errors;
import io.telamon.gateway.spi.engine.Message;
import io.telamon.gateway.wire.BsonCursor;
import io.telamon.gateway.wire.MalformedFrameException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.bson.BsonNull;

/**
 * What a secondary runs (MongoDB manual, "Read Preference"): no writes, no transactions, and reads of clients that allow a secondary by their read
 * preference. Without one, a command is for the primary. A read preference has to be one on every member.
 */
final class MemberRule implements Rule {

    /** Commands of the primary that are not metered as writes. */
    private static final Set<String> OF_PRIMARY =
            Set.of("renameCollection", "convertToCapped", "deleteIndexes", "commitTransaction", "abortTransaction");

    /** Commands that go on with what was begun here. */
    private static final Set<String> ANYWHERE = Set.of("getMore", "killCursors");

    private static final String READ_PREFERENCE = "$readPreference";
    private static final byte[] PREFERENCE_NAME = READ_PREFERENCE.getBytes(StandardCharsets.US_ASCII);
    private static final byte[] AUTOCOMMIT = "autocommit".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] START_TRANSACTION = "startTransaction".getBytes(StandardCharsets.US_ASCII);

    @Override
    public void check(Request request) throws MalformedFrameException {
        Options options = Options.of(request.message());
        if (request.session().members().isPrimary()) {
            return;
        }
        String command = request.spec().name();
        if (options.inTransaction() || request.spec().write() || OF_PRIMARY.contains(command)) {
            throw Errors.notWritablePrimary();
        }
        if (options.mode() == ReadPreferenceMode.PRIMARY && !ANYWHERE.contains(command)) {
            throw Errors.notPrimaryNoSecondaryOk();
        }
    }

    /**
     * What a command says of the member to run it.
     *
     * @param mode the read preference, which is the primary if there is none
     * @param inTransaction whether it belongs to a transaction
     */
    private record Options(ReadPreferenceMode mode, boolean inTransaction) {

        static Options of(Message message) throws MalformedFrameException {
            ReadPreferenceMode mode = ReadPreferenceMode.PRIMARY;
            boolean inTransaction = false;
            BsonCursor elements = BsonCursor.over(message.bodyBytes());
            while (elements.next()) {
                if (elements.isNamed(PREFERENCE_NAME)) {
                    mode = ReadPreferenceMode.of(message.body().get(READ_PREFERENCE, BsonNull.VALUE));
                }
                inTransaction |= elements.isNamed(AUTOCOMMIT) || elements.isNamed(START_TRANSACTION);
            }
            return new Options(mode, inTransaction);
        }
    }
}
