package io.telamon.gateway.command;

import io.telamon.gateway.error.Errors;
import io.telamon.gateway.spi.engine.DocumentSequence;
import io.telamon.gateway.spi.engine.Message;
import io.telamon.gateway.wire.BsonCursor;
import io.telamon.gateway.wire.MalformedFrameException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which commands take documents beside their body, and under which names. Engines read a sequence of any name as a field of the body, so
 * that one nobody expects could say something else than what was checked.
 */
final class Sequences {

    private static final Map<String, Set<String>> TAKEN = Map.of(
            "insert", Set.of("documents"),
            "update", Set.of("updates"),
            "delete", Set.of("deletes"),
            "bulkWrite", Set.of("ops", "nsInfo"));

    private Sequences() {}

    /** Refuses sequences that the command does not take, and fields that are there twice. */
    static void check(Message message) throws MalformedFrameException {
        List<DocumentSequence> sequences = message.sequences();
        if (sequences.isEmpty()) {
            return;
        }
        Set<String> taken = TAKEN.getOrDefault(message.command(), Set.of());
        Set<String> seen = new HashSet<>();
        for (DocumentSequence sequence : sequences) {
            if (!taken.contains(sequence.field())) {
                throw Errors.unknownField(message.command() + "." + sequence.field());
            }
            if (!seen.add(sequence.field()) || isInBody(message, sequence.field())) {
                throw Errors.duplicateField();
            }
        }
    }

    private static boolean isInBody(Message message, String field) throws MalformedFrameException {
        byte[] name = field.getBytes(StandardCharsets.UTF_8);
        BsonCursor elements = BsonCursor.over(message.bodyBytes());
        while (elements.next()) {
            if (elements.isNamed(name)) {
                return true;
            }
        }
        return false;
    }
}
