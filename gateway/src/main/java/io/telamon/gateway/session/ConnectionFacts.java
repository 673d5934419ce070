package io.telamon.gateway.session;

import io.telamon.gateway.access.Principal;
import io.telamon.gateway.spi.directory.Action;
import io.telamon.gateway.spi.directory.Privilege;
import io.telamon.gateway.spi.directory.Resource;
import io.telamon.gateway.spi.engine.Message;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.UUID;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;

/** Answers questions about the connection itself, and lets it go. */
public final class ConnectionFacts {

    /** Answers {@code connectionStatus}: who is authenticated, with which roles and, if asked, which privileges. */
    public BsonDocument connectionStatus(Message message, ClientSession session) {
        BsonArray users = new BsonArray();
        BsonArray roles = new BsonArray();
        session.principal().map(Principal::user).ifPresent(user -> {
            users.add(named("user", user.name(), user.database()));
            user.roles().forEach(grant -> roles.add(named("role", grant.role(), grant.database())));
        });
        BsonDocument info = new BsonDocument("authenticatedUsers", users).append("authenticatedUserRoles", roles);
        if (Fields.isTrue(message.body(), "showPrivileges")) {
            info.append("authenticatedUserPrivileges", privileges(session));
        }
        return Fields.ok(new BsonDocument("authInfo", info));
    }

    private static BsonArray privileges(ClientSession session) {
        return new BsonArray(session.principal().stream()
                .flatMap(principal -> principal.privileges().list())
                .map(ConnectionFacts::described)
                .toList());
    }

    private static BsonDocument described(Privilege privilege) {
        return new BsonDocument("resource", resource(privilege.resource()))
                .append(
                        "actions",
                        new BsonArray(privilege.actions().stream()
                                .map(Action::command)
                                .sorted()
                                .map(BsonString::new)
                                .toList()));
    }

    private static BsonDocument resource(Resource resource) {
        return switch (resource) {
            case Resource.Cluster() -> new BsonDocument("cluster", BsonBoolean.TRUE);
            case Resource.AnyDatabase() -> collection("", "");
            case Resource.Database(String database) -> collection(database, "");
            case Resource.Collection(String database, String name) -> collection(database, name);
        };
    }

    private static BsonDocument collection(String database, String name) {
        return new BsonDocument("db", new BsonString(database)).append("collection", new BsonString(name));
    }

    private static BsonDocument named(String what, String name, String database) {
        return new BsonDocument(what, new BsonString(name)).append("db", new BsonString(database));
    }

    /** Answers {@code whatsmyuri}. */
    public BsonDocument whatsMyUri(Message message, ClientSession session) {
        InetSocketAddress address = session.client().address();
        String you = address.getAddress().getHostAddress() + ":" + address.getPort();
        return Fields.ok(new BsonDocument("you", new BsonString(you)));
    }

    /** Answers {@code logout}. */
    public BsonDocument logout(Message message, ClientSession session) {
        session.logout();
        return done(message, session);
    }

    /** Answers {@code startSession} with the id of a session. */
    public BsonDocument startSession(Message message, ClientSession session) {
        return Fields.ok(new BsonDocument("id", new BsonDocument("id", new BsonBinary(UUID.randomUUID())))
                .append("timeoutMinutes", new BsonInt32(Hello.SESSION_MINUTES)));
    }

    /** Answers {@code getLog} with a log that has nothing to say. */
    public BsonDocument getLog(Message message, ClientSession session) {
        return Fields.ok(
                new BsonDocument("totalLinesWritten", new BsonInt32(0)).append("log", new BsonArray(List.of())));
    }

    /** Answers whatever only needs to be heard. */
    public BsonDocument done(Message message, ClientSession session) {
        return Fields.ok(new BsonDocument());
    }
}
