package io.telamon.gateway.command;

import io.telamon.gateway.error.Errors;
import io.telamon.gateway.spi.engine.Message;
import org.bson.BsonString;
import org.bson.BsonValue;

/** The field {@code $db}, which every OP_MSG has (MongoDB wire protocol, "OP_MSG"). */
final class DatabaseField {

    private DatabaseField() {}

    /**
     * Lets a message pass that names a database.
     *
     * @throws io.telamon.gateway.error.CommandException 40571 without the field, 14 if it is no string, 73 if it is empty
     */
    static void check(Message message) {
        if (!message.database().isEmpty()) {
            return;
        }
        BsonValue database = message.body().get("$db");
        throw switch (database) {
            case null -> Errors.noDatabase();
            case BsonString _ -> Errors.invalidNamespace("Invalid database name: ''");
            default -> Errors.typeMismatch("BSON field '$db' is of the wrong type, a string is expected");
        };
    }
}
