package io.telamon.engine.embedded.command;

import de.bwaldvogel.mongo.bson.Document;

/** Runs one command. */
@FunctionalInterface
interface CommandHandler {

    /**
     * The reply, complete with {@code ok}.
     *
     * @throws de.bwaldvogel.mongo.exception.MongoServerError if the client is to be told of an error
     */
    Document answer(CommandCall call);
}
