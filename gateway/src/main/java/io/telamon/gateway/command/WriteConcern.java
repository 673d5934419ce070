package io.telamon.gateway.command;

import io.telamon.gateway.error.Errors;
import io.telamon.gateway.spi.engine.Message;
import io.telamon.gateway.wire.BsonCursor;
import io.telamon.gateway.wire.MalformedFrameException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonNull;
import org.bson.BsonNumber;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * The field {@code writeConcern} of a command (MongoDB manual, "Write Concern"; codes as MongoDB 8.2 answers them).
 *
 * @param fields what it says, which has been checked
 */
record WriteConcern(BsonDocument fields) {

    /** The most members of a replica set. */
    private static final int MOST = 50;

    private static final byte[] NAME = "writeConcern".getBytes(StandardCharsets.US_ASCII);
    private static final String W = "w";
    private static final String PROVENANCE = "provenance";
    private static final String MAJORITY = "majority";
    private static final Set<String> KNOWN =
            Set.of(W, "j", "wtimeout", "wElectionId", "wOpTime", "fsync", "getLastError", PROVENANCE);

    /**
     * That of a message, if it has one.
     *
     * @throws io.telamon.gateway.error.CommandException if it is none: 14, 9 or 40415
     */
    static Optional<WriteConcern> of(Message message) throws MalformedFrameException {
        BsonCursor elements = BsonCursor.over(message.bodyBytes());
        while (elements.next()) {
            if (elements.isNamed(NAME)) {
                return of(message.body().get("writeConcern", BsonNull.VALUE));
            }
        }
        return Optional.empty();
    }

    private static Optional<WriteConcern> of(BsonValue value) {
        return switch (value) {
            case BsonNull _ -> Optional.empty();
            case BsonDocument fields -> Optional.of(checked(fields));
            default -> throw Errors.typeMismatch("BSON field 'writeConcern' must be an object");
        };
    }

    private static WriteConcern checked(BsonDocument fields) {
        fields.keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Errors.unknownField("writeConcern." + name);
                });
        checkW(fields.get(W, BsonNull.VALUE));
        switch (fields.get("j", BsonNull.VALUE)) {
            case BsonNull _, BsonBoolean _, BsonNumber _ -> {}
            default -> throw Errors.typeMismatch("BSON field 'writeConcern.j' must be a boolean");
        }
        if (fields.get("wtimeout") instanceof BsonNumber millis && millis.doubleValue() > Integer.MAX_VALUE) {
            throw Errors.failedToParse("wtimeout must be a 32-bit integer");
        }
        return new WriteConcern(fields);
    }

    private static void checkW(BsonValue w) {
        switch (w) {
            case BsonNull _, BsonString _ -> {}
            case BsonNumber members -> {
                double number = members.doubleValue();
                if (!(number >= 0 && number < MOST + 1)) {
                    throw Errors.failedToParse("w has to be a non-negative number and not greater than " + MOST);
                }
            }
            case BsonDocument tags
            when !tags.isEmpty() && tags.values().stream().allMatch(BsonValue::isNumber) -> {}
            default -> throw Errors.failedToParse("w has to be a number, string, or object of numbers by tag");
        }
    }

    /** How many members it asks for, 0 if it does not say so by a number. */
    int members() {
        return fields.get(W) instanceof BsonNumber number ? number.intValue() : 0;
    }

    /**
     * Why a replica set cannot meet it, as {@code writeConcernError} tells it.
     *
     * @param members how many it has, none of which has a tag
     */
    Optional<BsonDocument> error(int members) {
        return switch (fields.get(W, BsonNull.VALUE)) {
            case BsonNumber _ when members() <= members -> Optional.empty();
            case BsonNumber _ -> Optional.of(error(100, "UnsatisfiableWriteConcern", "Not enough data-bearing nodes"));
            case BsonString mode when mode.getValue().equals(MAJORITY) -> Optional.empty();
            case BsonString mode ->
                Optional.of(error(
                        79,
                        "UnknownReplWriteConcern",
                        "No write concern mode named '" + mode.getValue() + "' found in replica set configuration"));
            case BsonDocument _ ->
                Optional.of(error(100, "UnsatisfiableWriteConcern", "No members have the tags of the write concern"));
            default -> Optional.empty();
        };
    }

    private BsonDocument error(int code, String codeName, String message) {
        BsonDocument told = new BsonDocument();
        told.putAll(fields);
        told.append(PROVENANCE, new BsonString("clientSupplied"));
        return new BsonDocument("code", new BsonInt32(code))
                .append("codeName", new BsonString(codeName))
                .append("errmsg", new BsonString(message))
                .append("errInfo", new BsonDocument("writeConcern", told));
    }
}
