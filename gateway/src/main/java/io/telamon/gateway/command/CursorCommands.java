package io.telamon.gateway.command;

import io.telamon.gateway.error.Errors;
import io.telamon.gateway.spi.directory.Tenant;
import io.telamon.gateway.spi.engine.Message;
import java.util.List;
import org.bson.BsonInt64;

/** The command that goes on with a cursor, which only who opened it may. */
final class CursorCommands {

    private final OpenCursors cursors;

    CursorCommands(OpenCursors cursors) {
        this.cursors = cursors;
    }

    /** Reads {@code getMore}: it does what the command did that opened the cursor. */
    CommandFootprint getMore(Message message, Tenant tenant, String owner) {
        if (!(message.body().get("getMore") instanceof BsonInt64 id)) {
            throw Errors.typeMismatch("getMore must be a 64-bit integer");
        }
        List<RequiredPrivilege> touches = cursors.touches(tenant.id(), id.getValue(), owner)
                .orElseThrow(() -> Errors.cursorNotFound(id.getValue()));
        return new CommandFootprint(
                touches.stream().filter(touch -> !touch.grows()).toList(), List.of());
    }
}
