package io.telamon.gateway.cluster;

import io.telamon.gateway.access.Principal;
import io.telamon.gateway.spi.engine.Client;
import io.telamon.gateway.spi.engine.Message;
import org.bson.BsonDocument;

/**
 * An operation at the moment it was looked at.
 *
 * @param number the number by which it can be killed
 * @param client whose it is
 * @param principal the user who wants it
 * @param name the name of the command
 * @param namespace what the command names
 * @param command the command, or its beginning as a text if it is large
 * @param nanos for how long it runs
 * @param killed whether it is about to end
 */
public record RunningOperation(
        int number,
        Client client,
        Principal principal,
        String name,
        String namespace,
        BsonDocument command,
        long nanos,
        boolean killed) {

    static RunningOperation of(
            int number, Client client, Principal principal, Message message, long nanos, boolean killed) {
        return new RunningOperation(
                number,
                client,
                principal,
                message.command(),
                ObservedCommand.namespace(message),
                ObservedCommand.body(message),
                nanos,
                killed);
    }
}
