package io.telamon.control.monitoring.advisor;

import io.telamon.control.monitoring.log.LogEntry;
import java.time.Instant;
import java.util.OptionalLong;
import org.bson.BsonDocument;
import org.bson.BsonInt64;

/**
 * An operation that was slow, as its line of the log tells it.
 *
 * @param attributes of the line
 */
record SlowQuery(LogEntry entry, BsonDocument attributes) {

    static SlowQuery of(LogEntry entry) {
        return new SlowQuery(entry, BsonDocument.parse(entry.line()).getDocument("attr"));
    }

    String namespace() {
        return attributes.getString("ns").getValue();
    }

    /** Whether it concerns a collection and not a database as a whole. */
    boolean hasCollection() {
        return !namespace().endsWith(".$cmd");
    }

    Instant at() {
        return entry.loggedAt();
    }

    BsonDocument command() {
        return attributes.getDocument("command");
    }

    long millis() {
        return attributes.getNumber("durationMillis").longValue();
    }

    long replyBytes() {
        return attributes.getNumber("reslen").longValue();
    }

    /** How many documents its reply had, if that is known. */
    OptionalLong returned() {
        return attributes.containsKey("nreturned")
                ? OptionalLong.of(
                        attributes.getNumber("nreturned", new BsonInt64(0)).longValue())
                : OptionalLong.empty();
    }

    /** The kind of operation, in the words of the API. */
    String operationType() {
        return switch (command().getFirstKey()) {
            case "find", "aggregate", "count", "distinct", "getMore" -> "read";
            case "insert", "update", "delete", "findAndModify", "findandmodify", "bulkWrite" -> "write";
            default -> "command";
        };
    }
}
