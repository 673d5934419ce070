package io.telamon.gateway.session;

import io.telamon.gateway.spi.engine.Message;
import org.bson.BsonDocument;

/** A command that the gateway answers by itself. */
@FunctionalInterface
public interface LocalCommand {

    /**
     * The answer, complete with {@code ok}.
     *
     * @throws io.telamon.gateway.error.CommandException if the client is to be told of an error
     */
    BsonDocument answer(Message message, ClientSession session);
}
