package io.telamon.gateway.command;

import io.telamon.gateway.access.Principal;
import io.telamon.gateway.session.ClientSession;
import io.telamon.gateway.spi.directory.Tenant;
import io.telamon.gateway.spi.directory.TierLimits;
import io.telamon.gateway.spi.engine.Message;
import io.telamon.gateway.wire.DocumentScan;

/**
 * A command on its way to the engine.
 *
 * @param message the command as it came
 * @param spec what kind of command it is
 * @param effects what it would do
 * @param scan what occurs in it
 * @param principal who wants it
 * @param session the connection it came by
 */
record Request(
        Message message,
        CommandSpec.Forwarded spec,
        CommandFootprint effects,
        DocumentScan scan,
        Principal principal,
        ClientSession session) {

    Tenant tenant() {
        return session.cluster().tenant();
    }

    /** Who it is that opens cursors by it. */
    String owner() {
        return principal.identity();
    }

    TierLimits limits() {
        return tenant().limits();
    }
}
