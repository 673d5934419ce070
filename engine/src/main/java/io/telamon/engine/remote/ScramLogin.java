package io.telamon.engine.remote;

import com.ongres.scram.client.ScramClient;
import com.ongres.scram.common.exception.ScramException;
import io.telamon.engine.remote.DeploymentAddress.Login;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;

/** The client's side of SCRAM-SHA-256 (RFC 7677), as the MongoDB protocol carries it. */
final class ScramLogin {

    private static final String MECHANISM = "SCRAM-SHA-256";

    private ScramLogin() {}

    /**
     * Authenticates a connection, and the deployment to it.
     *
     * @throws IOException if either is refused
     */
    static void run(DeploymentConnection connection, Login login) throws IOException {
        ScramClient client = ScramClient.builder()
                .advertisedMechanisms(List.of(MECHANISM))
                .username(login.user())
                .password(login.password().toCharArray())
                .build();
        try {
            BsonDocument first = step(
                    connection,
                    login,
                    new BsonDocument("saslStart", new BsonInt32(1)).append("mechanism", new BsonString(MECHANISM)),
                    client.clientFirstMessage().toString());
            client.serverFirstMessage(payload(first));
            BsonDocument last = step(
                    connection, login, next(first), client.clientFinalMessage().toString());
            client.serverFinalMessage(payload(last));
            if (!last.getBoolean("done").getValue()) {
                step(connection, login, next(first), "");
            }
        } catch (ScramException e) {
            throw new IOException("SCRAM fails: " + e.getMessage(), e);
        }
    }

    private static BsonDocument next(BsonDocument answer) {
        BsonValue conversation = answer.get("conversationId", new BsonInt32(1));
        return new BsonDocument("saslContinue", new BsonInt32(1)).append("conversationId", conversation);
    }

    private static BsonDocument step(DeploymentConnection connection, Login login, BsonDocument command, String payload)
            throws IOException {
        BsonDocument answer = connection.run(
                login.database(), command.append("payload", new BsonBinary(payload.getBytes(StandardCharsets.UTF_8))));
        if (!Deployment.isOk(answer)) {
            throw new IOException("user " + login.user() + " is refused");
        }
        return answer;
    }

    private static String payload(BsonDocument answer) {
        return new String(answer.getBinary("payload").getData(), StandardCharsets.UTF_8);
    }
}
