package io.telamon.engine.embedded.command;

import io.telamon.engine.embedded.error.CommandErrors;
import java.util.Set;

/** The query operators of MongoDB 8.0: those that this engine has, and those that it refuses by name. */
final class QueryOperators {

    private static final Set<String> ON_FIELDS = Set.of(
            "$eq",
            "$ne",
            "$gt",
            "$gte",
            "$lt",
            "$lte",
            "$in",
            "$nin",
            "$not",
            "$exists",
            "$type",
            "$regex",
            "$options",
            "$size",
            "$all",
            "$elemMatch");

    private static final Set<String> ON_DOCUMENTS = Set.of("$and", "$or", "$nor", "$expr", "$comment");

    private static final Set<String> REFUSED = Set.of(
            "$text",
            "$where",
            "$jsonSchema",
            "$mod",
            "$bitsAllSet",
            "$bitsAllClear",
            "$bitsAnySet",
            "$bitsAnyClear",
            "$near",
            "$nearSphere",
            "$within",
            "$geoWithin",
            "$geoIntersects",
            "$maxDistance",
            "$minDistance",
            "$rand",
            "$sampleRate",
            "$alwaysTrue",
            "$alwaysFalse",
            "$meta");

    private QueryOperators() {}

    /**
     * Checks an operator that stands where fields do.
     *
     * @throws de.bwaldvogel.mongo.exception.MongoServerError 238 if only MongoDB has it, 2 if nobody has
     */
    static void checkOnDocument(String name) {
        checkRefused(name);
        if (!ON_DOCUMENTS.contains(name)) {
            throw CommandErrors.badValue(
                    "unknown top level operator: " + name
                            + ". If you have a field name that starts with a '$' symbol, consider using $getField or $setField.");
        }
    }

    /**
     * Checks an operator on the value of a field.
     *
     * @throws de.bwaldvogel.mongo.exception.MongoServerError 238 if only MongoDB has it, 2 if nobody has
     */
    static void checkOnField(String name) {
        checkRefused(name);
        if (!ON_FIELDS.contains(name)) {
            throw CommandErrors.badValue("unknown operator: " + name);
        }
    }

    private static void checkRefused(String name) {
        if (REFUSED.contains(name)) {
            throw CommandErrors.notImplemented("the query operator " + name);
        }
    }
}
