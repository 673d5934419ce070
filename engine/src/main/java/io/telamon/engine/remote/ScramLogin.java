package io.telamon.engine.remote;

import com.ongres.scram.client.ScramClient;
import com.ongres.scram.common.StringPreparation;
import com.ongres.scram.common.exception.ScramException;
import io.telamon.engine.remote.DeploymentAddress.Login;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;

/** The client's side of SCRAM (RFC 5802, RFC 7677), as the MongoDB protocol carries it. */
final class ScramLogin {

    private static final String SHA_256 = "SCRAM-SHA-256";
    private static final String SHA_1 = "SCRAM-SHA-1";

    private ScramLogin() {}

    /**
     * Authenticates a connection, and the deployment to it.
     *
     * @throws IOException if either is refused
     */
    static void run(DeploymentConnection connection, Login login, Duration timeout) throws IOException {
        String mechanism = login.mechanism().orElseGet(() -> best(connection.greeting()));
        ScramClient client = client(mechanism, login);
        try {
            BsonDocument first = step(
                    connection,
                    login,
                    timeout,
                    new BsonDocument("saslStart", new BsonInt32(1)).append("mechanism", new BsonString(mechanism)),
                    client.clientFirstMessage().toString());
            client.serverFirstMessage(payload(first));
            BsonDocument last = step(
                    connection,
                    login,
                    timeout,
                    next(first),
                    client.clientFinalMessage().toString());
            client.serverFinalMessage(payload(last));
            if (!last.getBoolean("done").getValue()) {
                step(connection, login, timeout, next(first), "");
            }
        } catch (ScramException e) {
            throw new IOException("SCRAM fails: " + e.getMessage(), e);
        }
    }

    /** What the deployment has for the user, the stronger first; a deployment that does not tell has the stronger. */
    private static String best(BsonDocument greeting) {
        BsonArray offered = greeting.getArray("saslSupportedMechs", new BsonArray());
        return offered.contains(new BsonString(SHA_1)) && !offered.contains(new BsonString(SHA_256)) ? SHA_1 : SHA_256;
    }

    private static ScramClient client(String mechanism, Login login) {
        boolean old = mechanism.equals(SHA_1);
        return ScramClient.builder()
                .advertisedMechanisms(List.of(mechanism))
                .username(login.user())
                .password((old ? digest(login) : login.password()).toCharArray())
                .stringPreparation(old ? StringPreparation.NO_PREPARATION : StringPreparation.SASL_PREPARATION)
                .build();
    }

    /** The older mechanism takes a hash of the password for one, as the MongoDB authentication specification has it. */
    private static String digest(Login login) {
        try {
            byte[] text = (login.user() + ":mongo:" + login.password()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }

    private static BsonDocument next(BsonDocument answer) {
        BsonValue conversation = answer.get("conversationId", new BsonInt32(1));
        return new BsonDocument("saslContinue", new BsonInt32(1)).append("conversationId", conversation);
    }

    private static BsonDocument step(
            DeploymentConnection connection, Login login, Duration timeout, BsonDocument command, String payload)
            throws IOException {
        command.append("payload", new BsonBinary(payload.getBytes(StandardCharsets.UTF_8)));
        BsonDocument answer = connection.run(login.database(), command, timeout);
        if (!Deployment.isOk(answer)) {
            throw new IOException("user " + login.user() + " is refused");
        }
        return answer;
    }

    private static String payload(BsonDocument answer) {
        return new String(answer.getBinary("payload").getData(), StandardCharsets.UTF_8);
    }
}
