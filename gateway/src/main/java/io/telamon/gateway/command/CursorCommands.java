package io.telamon.gateway.command;

import io.telamon.gateway.error.Errors;
import io.telamon.gateway.spi.Action;
import io.telamon.gateway.spi.Message;
import io.telamon.gateway.spi.Tenant;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonInt64;
import org.bson.BsonValue;

/** The commands that name a cursor: only who opened it may go on or end it. */
final class CursorCommands {

    private final OpenCursors cursors;

    CursorCommands(OpenCursors cursors) {
        this.cursors = cursors;
    }

    /** Reads {@code getMore}: it does what the command did that opened the cursor. */
    Effects getMore(Message message, Tenant tenant, String owner) {
        if (!(message.body().get("getMore") instanceof BsonInt64 id)) {
            throw Errors.typeMismatch("getMore must be a 64-bit integer");
        }
        List<Touch> touches = cursors.touches(tenant.id(), id.getValue(), owner)
                .orElseThrow(() -> Errors.cursorNotFound(id.getValue()));
        return new Effects(touches.stream().filter(touch -> !touch.grows()).toList(), List.of());
    }

    /** Reads {@code killCursors}. */
    Effects killCursors(Message message, Tenant tenant, String owner, boolean killAny) {
        if (!(message.body().get("cursors") instanceof BsonArray ids)) {
            throw Errors.typeMismatch("killCursors needs an array of cursors");
        }
        for (BsonValue value : ids) {
            long id = value.isNumber() ? value.asNumber().longValue() : 0;
            if (!killAny && cursors.touches(tenant.id(), id, owner).isEmpty()) {
                throw Errors.cursorNotFound(id);
            }
            cursors.closed(tenant.id(), id);
        }
        return Effects.NONE;
    }

    /** The action that lets a user end the cursors of others. */
    static Action killAny() {
        return Action.KILL_ANY_CURSOR;
    }
}
