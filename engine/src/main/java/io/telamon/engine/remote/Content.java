package io.telamon.engine.remote;

import io.telamon.gateway.spi.engine.Message;
import java.util.List;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonValue;

/** What the replies to a command hold, which says where names can stand in them. */
enum Content {
    /** Documents of the users, which are never touched. */
    DOCUMENTS,
    /** Events of a change stream: documents of the users beside names. */
    EVENTS,
    /** Nothing that users wrote. */
    FACTS;

    private static final Set<String> WITH_DOCUMENTS =
            Set.of("find", "findAndModify", "findandmodify", "distinct", "insert", "update", "delete", "count");

    /** Stages whose documents tell names instead. */
    private static final Set<String> TELLING = Set.of("$collStats", "$indexStats", "$planCacheStats");

    static Content of(Message message, DeploymentCursors cursors) {
        String command = message.command();
        if (WITH_DOCUMENTS.contains(command)) {
            return DOCUMENTS;
        }
        return switch (command) {
            case "aggregate" -> ofAggregate(message.body());
            case "getMore" -> cursors.content(cursor(message));
            default -> FACTS;
        };
    }

    /** The cursor that a {@code getMore} asks. */
    static long cursor(Message message) {
        return message.body().get("getMore", new BsonInt64(0)).asNumber().longValue();
    }

    private static Content ofAggregate(BsonDocument command) {
        BsonArray pipeline = command.getArray("pipeline", new BsonArray());
        if (command.get("explain", BsonBoolean.FALSE).equals(BsonBoolean.TRUE) || tell(pipeline)) {
            return FACTS;
        }
        return PrefixedPipelines.stages(pipeline).stream()
                        .anyMatch(stage -> stage.name().equals("$changeStream"))
                ? EVENTS
                : DOCUMENTS;
    }

    private static boolean tell(BsonValue pipeline) {
        List<PrefixedPipelines.Stage> stages = PrefixedPipelines.stages(pipeline);
        return stages.stream()
                .anyMatch(stage -> TELLING.contains(stage.name())
                        || PrefixedPipelines.within(stage).stream().anyMatch(Content::tell));
    }
}
