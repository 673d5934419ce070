package io.telamon.gateway.session;

import io.telamon.gateway.access.Principal;
import io.telamon.gateway.api.Activity;
import io.telamon.gateway.cluster.ActiveOperation;
import io.telamon.gateway.cluster.ServedCluster;
import io.telamon.gateway.model.Membership;
import io.telamon.gateway.spi.engine.Client;
import io.telamon.gateway.wire.Bson;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * What one connection has come to: whose it is, and how far it is in authenticating.
 *
 * <h2>Threads</h2>
 *
 * Used by the connection's own thread; only the principal may be read and replaced by others.
 */
public final class ClientSession {

    /** Bytes that a client may say of itself; the MongoDB Handshake specification has 512. */
    private static final int LONGEST_INTRODUCTION = 1024;

    private final ServedCluster cluster;
    private final Client client;
    private final Supplier<Optional<Membership>> membership;
    private final ActiveOperation operation;
    private final AtomicReference<@Nullable Principal> principal = new AtomicReference<>();
    private Membership members;
    private @Nullable Login login;
    private @Nullable String application;

    /**
     * A connection that has not said anything.
     *
     * @param cluster the cluster it is for
     * @param client where it comes from
     * @param members the replica set that it is told of, and the member that it reached
     * @param membership tells both as they are now; nothing if what was reached is no member any more
     */
    public ClientSession(
            ServedCluster cluster, Client client, Membership members, Supplier<Optional<Membership>> membership) {
        this.cluster = cluster;
        this.client = client;
        this.members = members;
        this.membership = membership;
        this.operation = new ActiveOperation(client);
    }

    /** The cluster it is for. */
    public ServedCluster cluster() {
        return cluster;
    }

    /** Where it comes from. */
    public Client client() {
        return client;
    }

    /** The replica set that it was told of last, and the member that it reached. */
    public Membership members() {
        return members;
    }

    /** Asks for the replica set as it is now; false if what was reached is no member any more. */
    boolean refreshMembers() {
        Optional<Membership> now = membership.get();
        members = now.orElse(members);
        return now.isPresent();
    }

    /** How its client names its application; empty if it does not. */
    public String application() {
        return application == null ? "" : application;
    }

    /** Takes in what its client says of itself, which counts the first time only (MongoDB Handshake specification). */
    void introduce(BsonDocument introduced) {
        if (application == null) {
            application = Fields.document(introduced, "application")
                    .flatMap(named -> Fields.string(named, "name"))
                    .orElse("");
            byte[] bytes = Bson.encode(introduced);
            if (bytes.length <= LONGEST_INTRODUCTION) {
                happened(origin -> new Activity.ClientIntroduced(origin, new RawBsonDocument(bytes)));
            }
        }
    }

    /** Tells the cluster's log what has happened on this connection. */
    public void happened(Function<Activity.Origin, Activity> activity) {
        cluster.activity().offer(client, members.self(), activity);
    }

    /** What it has the engine do. */
    public ActiveOperation operation() {
        return operation;
    }

    /** Who it acts for, once authenticated. */
    public Optional<Principal> principal() {
        return Optional.ofNullable(principal.get());
    }

    /** Sets who it acts for. */
    public void become(Principal user) {
        principal.set(user);
    }

    /** Sets who it acts for, or that it is nobody, unless it has become somebody else since it was asked; tells whether it did. */
    boolean become(Principal before, Optional<Principal> now) {
        return principal.compareAndSet(before, now.orElse(null));
    }

    /** Acts for nobody any more. */
    public void logout() {
        principal.set(null);
    }

    /** The exchange under way. */
    Optional<Login> login() {
        return Optional.ofNullable(login);
    }

    void begin(Login begun) {
        login = begun;
    }

    void endLogin() {
        login = null;
    }
}
