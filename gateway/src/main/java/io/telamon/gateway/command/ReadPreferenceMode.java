package io.telamon.gateway.command;

import io.telamon.gateway.error.Errors;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;

/** The modes of a read preference (MongoDB manual, "Read Preference Modes"). */
enum ReadPreferenceMode {
    PRIMARY("primary"),
    PRIMARY_PREFERRED("primaryPreferred"),
    SECONDARY("secondary"),
    SECONDARY_PREFERRED("secondaryPreferred"),
    NEAREST("nearest");

    private final String text;

    ReadPreferenceMode(String text) {
        this.text = text;
    }

    /**
     * That of the field {@code $readPreference} of a command.
     *
     * @throws io.telamon.gateway.error.CommandException if it is none: 14 for another type, 9 for another mode, in the words of MongoDB
     */
    static ReadPreferenceMode of(BsonValue preference) {
        if (!(preference instanceof BsonDocument fields)) {
            throw Errors.typeMismatch("$readPreference must be an object");
        }
        return switch (fields.get("mode", BsonNull.VALUE)) {
            case BsonString mode -> named(mode.getValue()).orElseThrow(() -> unknown(mode.getValue()));
            case BsonNull _ -> throw unknown("");
            default -> throw Errors.typeMismatch("BSON field '$readPreference.mode' must be a string");
        };
    }

    private static Optional<ReadPreferenceMode> named(String text) {
        return Arrays.stream(values()).filter(mode -> mode.text.equals(text)).findFirst();
    }

    private static RuntimeException unknown(String mode) {
        String known = Arrays.stream(values()).map(one -> "'" + one.text + "'").collect(Collectors.joining(", "));
        return Errors.failedToParse(
                "Could not parse $readPreference mode '" + mode + "'. Only the modes " + known + " are supported.");
    }
}
