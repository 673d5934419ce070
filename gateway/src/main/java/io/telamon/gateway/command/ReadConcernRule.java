package io.telamon.gateway.command;

import io.telamon.gateway.error.Errors;
import io.telamon.gateway.wire.BsonCursor;
import io.telamon.gateway.wire.MalformedFrameException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonTimestamp;
import org.bson.BsonValue;

/** Read concerns must be well formed, and of a level that the command can have (MongoDB manual, "Read Concern"; codes as MongoDB 8.2 answers them). */
final class ReadConcernRule implements Rule {

    private static final byte[] NAME = "readConcern".getBytes(StandardCharsets.US_ASCII);
    private static final String LOCAL = "local";
    private static final String SNAPSHOT = "snapshot";
    private static final Set<String> LEVELS = Set.of(LOCAL, "available", "majority", "linearizable", SNAPSHOT);
    private static final Set<String> KNOWN = Set.of("level", "afterClusterTime", "atClusterTime", "provenance");
    private static final Set<String> OF_ANY_LEVEL = Set.of("find", "aggregate", "distinct");
    private static final String COUNT = "count";

    @Override
    public void check(Request request) throws MalformedFrameException {
        BsonCursor elements = BsonCursor.over(request.message().bodyBytes());
        while (elements.next()) {
            if (elements.isNamed(NAME)) {
                check(request, request.message().body());
                return;
            }
        }
    }

    private static void check(Request request, BsonDocument command) {
        switch (command.get("readConcern", BsonNull.VALUE)) {
            case BsonNull _ -> {}
            case BsonDocument concern -> check(request.spec().name(), concern, command.containsKey("startTransaction"));
            default -> throw Errors.typeMismatch("BSON field 'readConcern' must be an object");
        }
    }

    private static void check(String command, BsonDocument concern, boolean transaction) {
        concern.keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Errors.unknownField("readConcern." + name);
                });
        String level = level(concern.get("level", BsonNull.VALUE));
        for (String time : List.of("afterClusterTime", "atClusterTime")) {
            if (concern.containsKey(time)) {
                checkTime(time, concern.get(time));
            }
        }
        if (concern.containsKey("atClusterTime") && !level.equals(SNAPSHOT)) {
            throw Errors.invalidOptions("readConcern.atClusterTime needs the level snapshot");
        }
        if (!transaction && !takes(command, level)) {
            throw Errors.invalidOptions(
                    "Command " + command + " does not support { readConcern: { level: \"" + level + "\" } }");
        }
    }

    private static boolean takes(String command, String level) {
        return level.equals(LOCAL)
                || OF_ANY_LEVEL.contains(command)
                || (command.equals(COUNT) && !level.equals(SNAPSHOT));
    }

    private static String level(BsonValue value) {
        return switch (value) {
            case BsonNull _ -> LOCAL;
            case BsonString text when LEVELS.contains(text.getValue()) -> text.getValue();
            case BsonString text ->
                throw Errors.badValue("Enumeration value '" + text.getValue()
                        + "' for field 'readConcern.level' is not a valid value.");
            default -> throw Errors.typeMismatch("BSON field 'readConcern.level' must be a string");
        };
    }

    private static void checkTime(String field, BsonValue value) {
        if (!(value instanceof BsonTimestamp time)) {
            throw Errors.typeMismatch("BSON field 'readConcern." + field + "' must be a timestamp");
        }
        if (time.getValue() == 0) {
            throw Errors.invalidOptions("readConcern." + field + " cannot be a null timestamp");
        }
    }
}
