package io.telamon.gateway.session;

import io.telamon.gateway.access.Principal;
import io.telamon.gateway.access.RoleResolver;
import io.telamon.gateway.api.Activity;
import io.telamon.gateway.credential.ScramMechanism;
import io.telamon.gateway.error.CommandException;
import io.telamon.gateway.error.Errors;
import io.telamon.gateway.model.ProjectId;
import io.telamon.gateway.scram.Challenge;
import io.telamon.gateway.scram.FailureDelay;
import io.telamon.gateway.scram.Proof;
import io.telamon.gateway.scram.ScramFailedException;
import io.telamon.gateway.scram.ScramServer;
import io.telamon.gateway.spi.directory.DatabaseUser;
import io.telamon.gateway.spi.engine.Message;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.bson.BsonBinary;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;

/**
 * The commands {@code saslStart} and {@code saslContinue}, and their speculative form inside of {@code hello}. Passwords only: users who authenticate by X.509, LDAP, OIDC or AWS IAM are refused.
 */
public final class Authentication {

    private static final int CONVERSATION = 1;

    /** The database of users who are known elsewhere: none of them has a password here. */
    private static final String EXTERNAL = "$external";

    private final ScramServer scram;
    private final RoleResolver roles;
    private final FailureDelay delay;

    /** Verifies with that SCRAM, resolves with those roles, slows failures by that delay. */
    public Authentication(ScramServer scram, RoleResolver roles, FailureDelay delay) {
        this.scram = scram;
        this.roles = roles;
        this.delay = delay;
    }

    /** Answers {@code saslStart}. */
    public BsonDocument start(Message message, ClientSession session) {
        BsonDocument answer = begin(message.body(), message.database(), session);
        return Fields.ok(answer);
    }

    /** The speculative exchange inside of {@code hello}: nothing if it cannot begin. */
    Optional<BsonDocument> speculate(BsonDocument saslStart, ClientSession session) {
        try {
            return Optional.of(begin(saslStart, Fields.string(saslStart, "db").orElse("admin"), session));
        } catch (CommandException e) {
            return Optional.empty();
        }
    }

    private BsonDocument begin(BsonDocument saslStart, String database, ClientSession session) {
        ScramMechanism mechanism =
                mechanism(Fields.string(saslStart, "mechanism").orElse(""));
        if (database.equals(EXTERNAL)) {
            throw Errors.noPasswordsOn(EXTERNAL);
        }
        boolean skip = Fields.document(saslStart, "options")
                .filter(options -> Fields.isTrue(options, "skipEmptyExchange"))
                .isPresent();
        try {
            Challenge challenge =
                    scram.challenge(session.cluster().tenant(), database, mechanism, Fields.payload(saslStart));
            session.begin(new Login.Challenged(challenge, skip));
            return step(challenge.message(), false);
        } catch (ScramFailedException e) {
            session.cluster().meter().authenticationFailed();
            String reason = e.reason();
            session.happened(origin -> new Activity.Authenticated(
                    origin, "", database, mechanism.mechanismName(), Optional.of("AuthenticationFailed: " + reason)));
            throw Errors.authenticationFailed();
        }
    }

    /** Answers {@code saslContinue}. */
    public BsonDocument proceed(Message message, ClientSession session) {
        Login login = session.login().orElseThrow(Errors::noSaslSession);
        session.endLogin();
        return Fields.ok(
                switch (login) {
                    case Login.Challenged challenged -> prove(challenged, message.body(), session);
                    case Login.Proven() -> step("", true);
                });
    }

    private BsonDocument prove(Login.Challenged login, BsonDocument saslContinue, ClientSession session) {
        try {
            Proof proof = login.challenge().prove(Fields.payload(saslContinue));
            ProjectId project = session.cluster().tenant().project();
            become(proof.user(), session);
            delay.succeeded(project, address(session));
            tell(login.challenge(), Optional.empty(), session);
            if (!login.skipEmptyExchange()) {
                session.begin(new Login.Proven());
            }
            return step(proof.message(), login.skipEmptyExchange());
        } catch (ScramFailedException e) {
            tell(login.challenge(), Optional.of(e.reason()), session);
            throw failed(session);
        }
    }

    private static void tell(Challenge challenge, Optional<String> failure, ClientSession session) {
        session.happened(origin -> new Activity.Authenticated(
                origin,
                challenge.userName(),
                challenge.database(),
                challenge.credential().mechanism().mechanismName(),
                failure));
    }

    /** Looks the user up once more afterwards: from then on it hears of changes, before it might have missed one. */
    private void become(DatabaseUser user, ClientSession session) throws ScramFailedException {
        ProjectId project = session.cluster().tenant().project();
        Principal principal = new Principal(user, roles.privileges(project, user));
        session.become(principal);
        if (!refresh(session)) {
            throw new ScramFailedException("the user is gone");
        }
    }

    private CommandException failed(ClientSession session) {
        session.cluster().meter().authenticationFailed();
        try {
            Thread.sleep(delay.failed(session.cluster().tenant().project(), address(session)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Errors.authenticationFailed();
    }

    /**
     * Looks the user of a session up again and gives it the privileges that it has now. A session that becomes somebody else meanwhile is
     * asked about again, so that neither an old user nor old privileges come back.
     *
     * @return false if the user may not stay, because it is gone, has another password or is scoped to other clusters; the session then
     *     acts for nobody
     */
    public boolean refresh(ClientSession session) {
        Optional<Principal> before = session.principal();
        while (before.isPresent()) {
            Principal known = before.get();
            Optional<Principal> now = refreshed(known, session);
            if (session.become(known, now)) {
                return now.isPresent();
            }
            before = session.principal();
        }
        return true;
    }

    private Optional<Principal> refreshed(Principal principal, ClientSession session) {
        var before = principal.user();
        return scram.user(session.cluster().tenant(), before.database(), before.name())
                .filter(now -> now.credentials().equals(before.credentials()))
                .map(now -> new Principal(
                        now, roles.privileges(session.cluster().tenant().project(), now)));
    }

    private static InetAddress address(ClientSession session) {
        return session.client().address().getAddress();
    }

    private static ScramMechanism mechanism(String name) {
        return Arrays.stream(ScramMechanism.values())
                .filter(mechanism -> mechanism.mechanismName().equals(name))
                .findFirst()
                .orElseThrow(() -> Errors.mechanismUnavailable(name));
    }

    private static BsonDocument step(String payload, boolean done) {
        return new BsonDocument("conversationId", new BsonInt32(CONVERSATION))
                .append("done", BsonBoolean.valueOf(done))
                .append("payload", new BsonBinary(payload.getBytes(StandardCharsets.UTF_8)));
    }
}
