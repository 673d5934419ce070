package io.telamon.gateway.error;

import io.telamon.gateway.spi.engine.Namespace;

/** One factory for each error. Wording that clients match on is that of the service. */
public final class Errors {

    private Errors() {}

    /** The client has to authenticate first. */
    public static CommandException authenticationRequired(String command) {
        return error(13, "Unauthorized", "Command " + command + " requires authentication");
    }

    /** The user's roles do not allow an action. */
    public static CommandException notAllowed(String action, Namespace namespace) {
        return unauthorized("user is not allowed to do action [" + action + "] on [" + namespace + "]");
    }

    /**
     * A command on a database of the service that nobody may run.
     *
     * @param command the command as text, with its fields
     */
    public static CommandException notAuthorized(String database, String command) {
        String message = "not authorized on " + database + " to execute command " + command;
        return error(13, "Unauthorized", message).throughProxy(atlas("(Unauthorized) " + message));
    }

    private static CommandException unauthorized(String message) {
        return error(13, "Unauthorized", message).throughProxy(atlas(message));
    }

    /** The user, the password or the exchange is wrong; which of them is not told. */
    public static CommandException authenticationFailed() {
        return error(18, "AuthenticationFailed", "Authentication failed.")
                .throughProxy(atlas("bad auth : Authentication failed."));
    }

    /** A mechanism other than the two offered. */
    public static CommandException mechanismUnavailable(String mechanism) {
        return error(
                334,
                "MechanismUnavailable",
                "Received authentication for mechanism " + mechanism
                        + " which is not enabled. Authenticate with SCRAM-SHA-256 or SCRAM-SHA-1");
    }

    /** A password for a user of a database whose users have none. */
    public static CommandException noPasswordsOn(String database) {
        return error(
                334,
                "MechanismUnavailable",
                "Users of " + database + " have no password, and other mechanisms are not enabled."
                        + " Authenticate against admin with SCRAM-SHA-256 or SCRAM-SHA-1");
    }

    /** A step of an exchange that was not begun. */
    public static CommandException noSaslSession() {
        return error(17, "ProtocolError", "No SASL session state found");
    }

    /** A command nobody knows. */
    public static CommandException commandNotFound(String command) {
        return error(59, "CommandNotFound", "no such command: '" + command + "'");
    }

    /** A field that a command needs is missing or of another type. */
    public static CommandException badValue(String message) {
        return error(2, "BadValue", message);
    }

    /** A field of a command has the wrong type. */
    public static CommandException typeMismatch(String message) {
        return error(14, "TypeMismatch", message);
    }

    /** A command cannot be understood. */
    public static CommandException failedToParse(String message) {
        return error(9, "FailedToParse", message);
    }

    /** A field that is there twice. */
    public static CommandException duplicateField() {
        return failedToParse("a field of the command is there twice");
    }

    /** A field that a command does not have. */
    public static CommandException unknownField(String field) {
        return error(40415, "IDLUnknownField", "BSON field '" + field + "' is an unknown field.");
    }

    /** A name that no database or collection can have. */
    public static CommandException invalidNamespace(String message) {
        return error(73, "InvalidNamespace", message);
    }

    /** A cursor that does not exist, or is another user's. */
    public static CommandException cursorNotFound(long id) {
        return error(43, "CursorNotFound", "cursor id " + id + " not found");
    }

    /** An API version other than the one there is. */
    public static CommandException apiVersion(String version) {
        return error(322, "APIVersionError", "API version must be \"1\", not \"" + version + "\"");
    }

    /** A command outside of the API version that the client insists on. */
    public static CommandException apiStrict(String command) {
        return error(
                323,
                "APIStrictError",
                "Provided apiStrict:true, but the command " + command + " is not in API Version 1");
    }

    /** An aggregation stage nobody knows. */
    public static CommandException unknownStage(String stage) {
        return error(40324, "Location40324", "Unrecognized pipeline stage name: '" + stage + "'");
    }

    /** A stage that is none, or more than one. */
    public static CommandException notOneStage() {
        return error(40323, "Location40323", "A pipeline stage specification object must contain exactly one field.");
    }

    /** Documents within documents beyond what anything can read. */
    public static CommandException nestedTooDeep() {
        return error(15, "Overflow", "BSONObj exceeds maximum nested object depth");
    }

    /** An operation that somebody has killed. */
    public static CommandException interrupted() {
        return error(11601, "Interrupted", "operation was interrupted");
    }

    /** A field that a command cannot be without. */
    public static CommandException missing(String message) {
        return error(4, "NoSuchKey", message);
    }

    /** A command in the old form, which only greetings may have. */
    public static CommandException oldQuery(String command) {
        return error(
                352, "UnsupportedOpQueryCommand", "Unsupported OP_QUERY command: " + command + ", use OP_MSG instead");
    }

    /** A form of a command that is only possible on the admin database. */
    public static CommandException adminOnly(String command) {
        return error(13, "Unauthorized", command + " may only be run against the admin database.");
    }

    /** A rule of the tier. */
    public static CommandException atlas(String message) {
        return error(8000, "AtlasError", message);
    }

    /** A command that the tier does not offer, whatever the roles say. */
    public static CommandException commandNotAllowed(String command, String database) {
        return error(13, "Unauthorized", "not authorized on " + database + " to execute command " + command)
                .throughProxy(atlas("CMD_NOT_ALLOWED: " + command));
    }

    /** A question about search indexes: clients take this code for a server without search. */
    public static CommandException searchNotEnabled() {
        return error(31082, "SearchNotEnabled", "this cluster has no search: neither search indexes nor $search");
    }

    /** Something of MongoDB's that the cluster's engine does not have. */
    public static CommandException notImplemented(String message) {
        return error(238, "NotImplemented", message);
    }

    /** Options of a command that exclude each other or the command. */
    public static CommandException invalidOptions(String message) {
        return error(72, "InvalidOptions", message);
    }

    /** A message that does not say for which database it is. */
    public static CommandException noDatabase() {
        return error(40571, "Location40571", "OP_MSG requests require a $db argument");
    }

    /** A command that has to come uncompressed, as it carries what proves who a client is. */
    public static CommandException compressed(String command) {
        return error(17, "ProtocolError", command + " must not be compressed");
    }

    /** A write on a secondary: drivers look for the primary. */
    public static CommandException notWritablePrimary() {
        return new CommandException(CommandException.NOT_WRITABLE_PRIMARY, "NotWritablePrimary", "not primary", true);
    }

    /** A read on a secondary by a client that has not allowed it: drivers look for the primary. */
    public static CommandException notPrimaryNoSecondaryOk() {
        return error(
                CommandException.NOT_PRIMARY_NO_SECONDARY_OK,
                "NotPrimaryNoSecondaryOk",
                "not primary and secondaryOk=false");
    }

    /** A stage, operator or option that the tier does not offer; of a tier without a proxy, that there is nothing behind it. */
    public static CommandException notInThisTier(String what) {
        return notImplemented(what + " is not served here")
                .throughProxy(atlas(what + " is not allowed in this atlas tier"));
    }

    /** A server parameter other than the two that are told. */
    public static CommandException parameterNotTold() {
        String others = "other parameters than authSchemaVersion and authenticationMechanisms";
        return error(72, "InvalidOptions", "no option found to get: " + others + " are not told")
                .throughProxy(atlas("{getParameter: 1} of " + others + " not allowed in this atlas tier"));
    }

    /** A write to a cluster that has no space left: 14031 is MongoDB's own. */
    public static CommandException outOfSpace(long usedMegabytes, long mostMegabytes) {
        String using = "using " + usedMegabytes + " MB of " + mostMegabytes + " MB";
        return error(14031, "OutOfDiskSpace", "no space is left on the disks of the cluster, " + using)
                .throughProxy(atlas("you are over your space quota, " + using));
    }

    /** The cluster or its engine cannot take commands now: drivers retry. */
    public static CommandException unavailable() {
        return new CommandException(
                6, "HostUnreachable", "the cluster cannot be reached at the moment, try again", true);
    }

    /** The engine fell silent over a command and would run it again: drivers must not try again by themselves. */
    public static CommandException outcomeUnknown() {
        return error(6, "HostUnreachable", "the cluster did not answer, and may have run the command or not");
    }

    /** Something went wrong inside of the gateway. */
    public static CommandException internal() {
        return error(1, "InternalError", "an internal error, see the server's log");
    }

    private static CommandException error(int code, String codeName, String message) {
        return new CommandException(code, codeName, message, false);
    }
}
