package io.telamon.gateway.command;

import io.telamon.gateway.error.CommandException;
import io.telamon.gateway.error.Errors;
import io.telamon.gateway.spi.directory.Action;
import io.telamon.gateway.spi.engine.Message;
import io.telamon.gateway.spi.engine.Namespace;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/** The error for something that neither the roles nor the service allow: on {@code admin} it shows the command, elsewhere the action. */
final class Refusal {

    private static final String ADMIN = "admin";
    private static final JsonWriterSettings BEGINNING = JsonWriterSettings.builder()
            .outputMode(JsonMode.SHELL)
            .maxLength(1024)
            .build();

    private Refusal() {}

    static CommandException of(Request request, RequiredPrivilege refused) {
        return of(request.message(), refused.action(), refused.namespace());
    }

    static CommandException of(Message message, Action refused, Namespace namespace) {
        return namespace.database().equals(ADMIN)
                ? Errors.notAuthorized(ADMIN, message.body().toJson(BEGINNING))
                : Errors.notAllowed(refused.command(), namespace);
    }
}
