package io.telamon.gateway.command;

import io.telamon.gateway.error.Errors;
import io.telamon.gateway.spi.engine.Bytes;
import io.telamon.gateway.spi.engine.Message;
import io.telamon.gateway.wire.BsonCursor;
import io.telamon.gateway.wire.BsonType;
import io.telamon.gateway.wire.FieldNames;
import io.telamon.gateway.wire.MalformedFrameException;
import java.util.List;
import java.util.Set;

/** Reads {@code explain}, which touches whatever the command in it touches. */
final class ExplainAnalyzer implements Analyzer {

    private static final Set<String> EXPLAINED =
            Set.of("find", "count", "distinct", "aggregate", "update", "delete", "findAndModify");

    private final CommandTable commands;

    ExplainAnalyzer(CommandTable commands) {
        this.commands = commands;
    }

    @Override
    public CommandFootprint analyze(Message message) throws MalformedFrameException {
        BsonCursor elements = BsonCursor.over(message.bodyBytes());
        if (!elements.next() || elements.type() != BsonType.DOCUMENT) {
            throw Errors.typeMismatch("explain needs a command");
        }
        Message explained = explained(message, elements.value());
        if (EXPLAINED.contains(explained.command())
                && commands.find(explained.command()).orElse(null) instanceof CommandSpec.Forwarded spec) {
            return spec.analyzer().analyze(explained);
        }
        throw Errors.commandNotFound(explained.command());
    }

    private static Message explained(Message message, Bytes command) throws MalformedFrameException {
        if (!FieldNames.differ(command)) {
            throw Errors.duplicateField();
        }
        BsonCursor elements = BsonCursor.over(command);
        if (!elements.next()) {
            throw Errors.failedToParse("explain needs a command");
        }
        String target = elements.type() == BsonType.STRING ? elements.string() : "";
        return new Message(
                message.frame(),
                message.requestId(),
                message.flags(),
                elements.name(),
                target,
                message.database(),
                command,
                List.of());
    }
}
