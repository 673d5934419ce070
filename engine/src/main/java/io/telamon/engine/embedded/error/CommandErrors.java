package io.telamon.engine.embedded.error;

import de.bwaldvogel.mongo.exception.MongoServerError;

/** One factory for each error. */
public final class CommandErrors {

    private static final int TIME_EXPIRED = 50;
    private static final int NOT_IMPLEMENTED = 238;
    private static final int FIELD_MISSING = 40414;
    private static final int UNKNOWN_FIELD = 40415;

    private CommandErrors() {}

    /** Something MongoDB can do and this engine cannot: refused rather than ignored. */
    public static MongoServerError notImplemented(String what) {
        return new MongoServerError(
                NOT_IMPLEMENTED,
                "NotImplemented",
                "the embedded development engine does not support " + what + "; use another engine");
    }

    /** A command whose client is gone, or that somebody has killed. */
    public static MongoServerError interrupted() {
        return new MongoServerError(11601, "Interrupted", "operation was interrupted");
    }

    /** The end of a transaction that was never begun. */
    public static MongoServerError noTransaction() {
        return new MongoServerError(251, "NoSuchTransaction", "there is no transaction in progress");
    }

    /** A write of a session that has since sent a newer one. */
    public static MongoServerError staleRetry(long number, long newest) {
        return new MongoServerError(
                225,
                "TransactionTooOld",
                "Retryable write with txnNumber " + number + " is older than the session's newest, " + newest);
    }

    /** Options that do not go together. */
    public static MongoServerError invalidOptions(String message) {
        return new MongoServerError(72, "InvalidOptions", message);
    }

    /** A value that means nothing. */
    public static MongoServerError badValue(String message) {
        return new MongoServerError(2, "BadValue", message);
    }

    /** A command that cannot be understood. */
    public static MongoServerError failedToParse(String message) {
        return new MongoServerError(9, "FailedToParse", message);
    }

    /** A field of another type than it must have. */
    public static MongoServerError typeMismatch(String message) {
        return new MongoServerError(14, "TypeMismatch", message);
    }

    /** A field that a command needs and does not have. */
    public static MongoServerError missing(String command, String field) {
        return new MongoServerError(
                FIELD_MISSING,
                "IDLFailedToParse",
                "BSON field '" + command + "." + field + "' is missing but a required field");
    }

    /** A field that a command does not know. */
    public static MongoServerError unknownField(String command, String field) {
        return new MongoServerError(
                UNKNOWN_FIELD, "IDLUnknownField", "BSON field '" + command + "." + field + "' is an unknown field.");
    }

    /** A command nobody knows. */
    public static MongoServerError commandNotFound(String command) {
        return new MongoServerError(59, "CommandNotFound", "no such command: '" + command + "'");
    }

    /** A cursor that does not exist, or no more. */
    public static MongoServerError cursorNotFound(long id) {
        return new MongoServerError(43, "CursorNotFound", "cursor id " + id + " not found");
    }

    /** A collection that does not exist. */
    public static MongoServerError namespaceNotFound(String message) {
        return new MongoServerError(26, "NamespaceNotFound", message);
    }

    /** A collection that exists already. */
    public static MongoServerError namespaceExists(String message) {
        return new MongoServerError(48, "NamespaceExists", message);
    }

    /** A name that no collection can have here. */
    public static MongoServerError invalidNamespace(String message) {
        return new MongoServerError(73, "InvalidNamespace", message);
    }

    /** Something that a filter cannot have there. */
    public static MongoServerError queryFeatureNotAllowed(String message) {
        return new MongoServerError(224, "QueryFeatureNotAllowed", message);
    }

    /** A write for which the disk has no space. Nothing of it was stored. */
    public static MongoServerError outOfDiskSpace() {
        return new MongoServerError(
                14031, "OutOfDiskSpace", "the disk that holds this cluster is full; nothing was written");
    }

    /** A database whose name is that of another one but for the case of letters. */
    public static MongoServerError databaseDiffersByCase(String name, String existing) {
        return new MongoServerError(
                13297,
                "DatabaseDifferCase",
                "db already exists with different case already have: [" + existing + "] trying to create [" + name
                        + "]");
    }

    /** A path with a NUL in it. */
    public static MongoServerError nullByteInPath() {
        return new MongoServerError(16411, "Location16411", "FieldPath field names may not contain '\\0'.");
    }

    /** An option that the index of {@code _id} cannot have. */
    public static MongoServerError invalidIdIndexOption(String option) {
        return new MongoServerError(
                197,
                "InvalidIndexSpecificationOption",
                "The field '" + option + "' is not valid for an _id index specification");
    }

    /** An operation that makes no sense. */
    public static MongoServerError illegalOperation(String message) {
        return new MongoServerError(20, "IllegalOperation", message);
    }

    /** An index that does not exist. */
    public static MongoServerError indexNotFound(String message) {
        return new MongoServerError(27, "IndexNotFound", message);
    }

    /** An index with another name, or other options, on the same fields. */
    public static MongoServerError indexOptionsConflict(String message) {
        return new MongoServerError(85, "IndexOptionsConflict", message);
    }

    /** Another index under the same name. */
    public static MongoServerError indexKeySpecsConflict(String message) {
        return new MongoServerError(86, "IndexKeySpecsConflict", message);
    }

    /** An index that is described badly. */
    public static MongoServerError cannotCreateIndex(String message) {
        return new MongoServerError(67, "CannotCreateIndex", message);
    }

    /** A document beyond 16 MB. */
    public static MongoServerError documentTooLarge(int bytes) {
        return new MongoServerError(
                10334,
                "BSONObjectTooLarge",
                "BSONObj size: " + bytes + " is invalid. Size must be between 0 and 16777216 bytes");
    }

    /** A command that has taken the time it may take. */
    public static MongoServerError timeExpired() {
        return new MongoServerError(TIME_EXPIRED, "MaxTimeMSExpired", "operation exceeded time limit");
    }

    /** Whether an error ends the whole command, not one statement of it. */
    public static boolean endsCommand(MongoServerError error) {
        return error.getCode() == TIME_EXPIRED;
    }

    /** An error that an aggregation ran into. */
    public static MongoServerError duringAggregation(MongoServerError cause) {
        return new MongoServerError(
                cause.getCode(),
                cause.getCodeName(),
                "PlanExecutor error during aggregation :: caused by :: " + cause.getMessageWithoutErrorCode(),
                cause);
    }

    /** Whether an error of one statement refuses the whole command before anything of it is run. */
    public static boolean refusesCommand(MongoServerError error) {
        return error.getCode() == NOT_IMPLEMENTED
                || error.getCode() == FIELD_MISSING
                || error.getCode() == UNKNOWN_FIELD;
    }

    /** A sort that takes more memory than it may. */
    public static MongoServerError sortTooLarge(long most) {
        return new MongoServerError(
                292,
                "QueryExceededMemoryLimitNoDiskUseAllowed",
                "Sort exceeded memory limit of " + most + " bytes, but did not opt in to external sorting.");
    }

    /** A result that takes more memory than one may. */
    public static MongoServerError resultTooLarge(long most) {
        return new MongoServerError(
                146,
                "ExceededMemoryLimit",
                "the embedded development engine would need more than " + most
                        + " bytes of memory for this; ask for less at once, give Telamon a larger heap, or use another engine");
    }

    /** A result for which there is no memory because of others. */
    public static MongoServerError noMemoryForResults() {
        return new MongoServerError(
                146,
                "ExceededMemoryLimit",
                "the embedded development engine has no memory left for results; close cursors, try again later, or use another engine");
    }

    /** A cursor that somebody else asks at the same time. */
    public static MongoServerError cursorInUse(long id) {
        return new MongoServerError(12051, "CursorInUse", "cursor id " + id + " is already in use");
    }

    /** A cursor over a collection that was dropped. */
    public static MongoServerError collectionGone() {
        return new MongoServerError(175, "QueryPlanKilled", "collection dropped");
    }

    /** Bytes that are no BSON document, or one that this engine cannot hold. */
    public static MongoServerError invalidBson(String message) {
        return new MongoServerError(22, "InvalidBSON", message);
    }

    /** Something went wrong inside of the engine. */
    public static MongoServerError internal() {
        return new MongoServerError(
                1, "InternalError", "the embedded development engine cannot do this; the server's log says why");
    }
}
