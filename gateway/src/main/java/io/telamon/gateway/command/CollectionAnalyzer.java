package io.telamon.gateway.command;

import io.telamon.gateway.error.Errors;
import io.telamon.gateway.spi.directory.Action;
import io.telamon.gateway.spi.engine.Message;
import io.telamon.gateway.spi.engine.Namespace;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonString;

/** Reads commands that make and rename collections. */
final class CollectionAnalyzer {

    private CollectionAnalyzer() {}

    /** Reads {@code create}, which may make a view over others. */
    static CommandFootprint create(Message message) {
        return collectionOrView(message, Action.CREATE_COLLECTION);
    }

    /** Reads {@code collMod}, which may have a view read others than before. */
    static CommandFootprint modify(Message message) {
        return collectionOrView(message, Action.COLL_MOD);
    }

    private static CommandFootprint collectionOrView(Message message, Action action) {
        BsonDocument command = message.body();
        RequiredPrivilege touch = new RequiredPrivilege(action, SimpleAnalyzer.collection(message));
        if (!command.containsKey("viewOn") && !command.containsKey("pipeline")) {
            return CommandFootprint.of(touch);
        }
        if (!(command.get("viewOn") instanceof BsonString source)) {
            throw Errors.badValue("a view needs both 'viewOn', a string, and 'pipeline'");
        }
        Namespace viewed = new Namespace(message.database(), source.getValue());
        CommandFootprint reads = new PipelineAnalyzer(message.database()).of(viewed, command.get("pipeline"));
        List<RequiredPrivilege> touches = new ArrayList<>(reads.touches());
        touches.add(touch);
        return new CommandFootprint(touches, reads.stages());
    }

    /** Reads {@code renameCollection}, which moves documents if the databases differ. */
    static CommandFootprint rename(Message message) {
        if (!message.database().equals("admin")) {
            throw Errors.adminOnly("renameCollection");
        }
        BsonDocument rename = message.body();
        Namespace from = SimpleAnalyzer.parsed(message.target());
        if (!(rename.get("to") instanceof BsonString name)) {
            throw Errors.typeMismatch("renameCollection.to must be a string");
        }
        Namespace to = SimpleAnalyzer.parsed(name.getValue());
        List<RequiredPrivilege> touches = new ArrayList<>();
        if (from.database().equals(to.database())) {
            touches.add(new RequiredPrivilege(Action.RENAME_COLLECTION_SAME_DB, from));
            touches.add(new RequiredPrivilege(Action.RENAME_COLLECTION_SAME_DB, to));
        } else {
            touches.add(new RequiredPrivilege(Action.FIND, from));
            touches.add(new RequiredPrivilege(Action.DROP_COLLECTION, from));
            touches.add(new RequiredPrivilege(Action.INSERT, to));
            touches.add(new RequiredPrivilege(Action.CREATE_INDEX, to));
        }
        if (!BsonBoolean.FALSE.equals(rename.get("dropTarget", BsonBoolean.FALSE))) {
            touches.add(new RequiredPrivilege(Action.DROP_COLLECTION, to));
        }
        return new CommandFootprint(touches, List.of());
    }
}
