package io.telamon.gateway.api;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.bson.BsonDocument;

/** Something that happened at the gateway and that a server would write into its log. */
public sealed interface Activity {

    /** When and where. */
    Origin origin();

    /**
     * When it happened and on which connection.
     *
     * @param member the position of the member that was reached, 0 for the primary
     * @param connection the number of the connection, unique in the gateway's life
     * @param remote where the client is
     */
    record Origin(Instant at, int member, long connection, InetSocketAddress remote) {}

    /**
     * A connection was let in.
     *
     * @param open how many the cluster has then
     */
    record ConnectionAccepted(Origin origin, long open) implements Activity {}

    /**
     * A connection has ended.
     *
     * @param open how many the cluster has then
     */
    record ConnectionEnded(Origin origin, long open) implements Activity {}

    /**
     * A client has said what it is.
     *
     * @param client application, driver and system as the client names them, at most 512 bytes (MongoDB Handshake specification)
     */
    record ClientIntroduced(Origin origin, BsonDocument client) implements Activity {}

    /**
     * An attempt to authenticate.
     *
     * @param user the name that was given
     * @param database the database that it was given for
     * @param mechanism the name of the SCRAM mechanism
     * @param failure what was wrong, in the server's words; nothing if the user is let in
     */
    record Authenticated(Origin origin, String user, String database, String mechanism, Optional<String> failure)
            implements Activity {}

    /**
     * A command that took longer than counts as slow in its cluster.
     *
     * @param application how the client names its application; empty if it does not
     * @param user whose command it was, with the database behind an at sign
     * @param namespace database and collection, or the database and {@code $cmd}
     * @param command the command with what travelled beside its body, or its beginning if it is large
     */
    record SlowOperation(
            Origin origin, String application, String user, String namespace, BsonDocument command, Outcome outcome)
            implements Activity {}

    /**
     * What came of a command.
     *
     * @param took how long the engine was at it
     * @param replyBytes the length of the replies
     * @param returned how many documents the last reply has, if it has a cursor
     */
    record Outcome(Duration took, int replyBytes, OptionalLong returned) {}
}
