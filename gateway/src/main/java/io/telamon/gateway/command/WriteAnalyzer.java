package io.telamon.gateway.command;

import io.telamon.gateway.spi.directory.Action;
import io.telamon.gateway.spi.engine.Bytes;
import io.telamon.gateway.spi.engine.Message;
import io.telamon.gateway.spi.engine.Namespace;
import io.telamon.gateway.wire.BsonCursor;
import io.telamon.gateway.wire.BsonType;
import io.telamon.gateway.wire.MalformedFrameException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the commands that modify documents found by a query, which may insert one that they do not find. */
final class WriteAnalyzer {

    private static final byte[] UPSERT = "upsert".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] REMOVE = "remove".getBytes(StandardCharsets.US_ASCII);

    private WriteAnalyzer() {}

    /** Reads {@code update}. */
    static CommandFootprint update(Message message) throws MalformedFrameException {
        Namespace collection = SimpleAnalyzer.collection(message);
        List<RequiredPrivilege> touches = new ArrayList<>(List.of(new RequiredPrivilege(Action.UPDATE, collection)));
        for (Bytes update : Documents.of(message, "updates")) {
            if (isTrue(update, UPSERT)) {
                touches.add(new RequiredPrivilege(Action.INSERT, collection));
                break;
            }
        }
        return new CommandFootprint(touches, List.of());
    }

    /** Reads {@code findAndModify}. */
    static CommandFootprint findAndModify(Message message) throws MalformedFrameException {
        Namespace collection = SimpleAnalyzer.collection(message);
        List<RequiredPrivilege> touches = new ArrayList<>(List.of(new RequiredPrivilege(Action.FIND, collection)));
        boolean remove = isTrue(message.bodyBytes(), REMOVE);
        touches.add(new RequiredPrivilege(remove ? Action.REMOVE : Action.UPDATE, collection));
        if (isTrue(message.bodyBytes(), UPSERT)) {
            touches.add(new RequiredPrivilege(Action.INSERT, collection));
        }
        return new CommandFootprint(touches, List.of());
    }

    /** Whether any field of that name is there that is not false. */
    static boolean isTrue(Bytes document, byte[] name) throws MalformedFrameException {
        BsonCursor elements = BsonCursor.over(document);
        while (elements.next()) {
            if (elements.isNamed(name) && (elements.type() != BsonType.BOOLEAN || !isZero(elements.value()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isZero(Bytes value) {
        return value.array()[value.offset()] == 0;
    }
}
