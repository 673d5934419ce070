package io.telamon.gateway.session;

import io.telamon.gateway.access.Principal;
import io.telamon.gateway.cluster.LiveConnection;
import io.telamon.gateway.cluster.RunningOperation;
import io.telamon.gateway.error.Errors;
import io.telamon.gateway.spi.directory.Action;
import io.telamon.gateway.spi.engine.Message;
import io.telamon.gateway.spi.engine.Namespace;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** Shows and kills what the connections of a cluster have its engine do. */
public final class OperationCommands {

    private final InstantSource clock;
    private final AtomicInteger numbers = new AtomicInteger();

    /** Tells the time by that clock. */
    public OperationCommands(InstantSource clock) {
        this.clock = clock;
    }

    /** Answers {@code currentOp}: everybody's operations to those who may see them, one's own to everybody who asks for these. */
    public BsonDocument currentOp(Message message, ClientSession session) {
        requireAdmin(message);
        Principal asking = asking(message, session);
        BsonDocument command = message.body();
        boolean ownOnly = Fields.isTrue(command, "$ownOps");
        if (!ownOnly && !asking.privileges().allowOnCluster(Action.IN_PROG)) {
            throw Errors.notAllowed(Action.IN_PROG.command(), new Namespace(message.database(), ""));
        }
        List<BsonDocument> shown = session.cluster().connections().stream()
                .flatMap(connection -> connection.operation().stream())
                .flatMap(operation -> operation.running(numbers::incrementAndGet).stream())
                .filter(operation -> !ownOnly || isOwn(operation.principal(), asking))
                .map(operation -> describe(operation, session))
                .filter(operation -> OperationMatch.matches(command, operation))
                .toList();
        return Fields.ok(new BsonDocument("inprog", new BsonArray(shown)));
    }

    /**
     * Answers {@code killOp}, in the same way whether or not there is such an operation of the user's. The tiers let nobody kill what others
     * do, whatever the roles say.
     */
    public BsonDocument killOp(Message message, ClientSession session) {
        requireAdmin(message);
        Principal asking = asking(message, session);
        int number = number(message.body().get("op"));
        for (LiveConnection connection : session.cluster().connections()) {
            connection.operation().ifPresent(operation -> operation.kill(number, owner -> isOwn(owner, asking)));
        }
        return Fields.ok(new BsonDocument("info", new BsonString("attempting to kill op")));
    }

    private static void requireAdmin(Message message) {
        if (!message.database().equals("admin")) {
            throw Errors.adminOnly(message.command());
        }
    }

    private static Principal asking(Message message, ClientSession session) {
        return session.principal().orElseThrow(() -> Errors.authenticationRequired(message.command()));
    }

    private static boolean isOwn(Principal owner, Principal asking) {
        return owner.identity().equals(asking.identity());
    }

    /** A number that no operation can have stands for none. */
    private static int number(@Nullable BsonValue operation) {
        if (operation == null) {
            throw Errors.missing("Did not provide \"op\" field");
        }
        if (!operation.isNumber()) {
            throw Errors.typeMismatch("op must be a number");
        }
        long number = operation.asNumber().longValue();
        return number > 0 && number <= Integer.MAX_VALUE ? (int) number : 0;
    }

    private BsonDocument describe(RunningOperation operation, ClientSession session) {
        InetSocketAddress client = operation.client().address();
        long connection = operation.client().connectionId();
        BsonDocument document = new BsonDocument("type", new BsonString("op"))
                .append("host", new BsonString(session.members().me().toString()))
                .append("desc", new BsonString("conn" + connection))
                .append("connectionId", new BsonInt64(connection))
                .append("client", new BsonString(client.getAddress().getHostAddress() + ":" + client.getPort()))
                .append("active", BsonBoolean.TRUE)
                .append(
                        "currentOpTime",
                        new BsonString(Instant.ofEpochMilli(clock.millis()).toString()))
                .append("effectiveUsers", new BsonArray(List.of(user(operation.principal()))))
                .append("opid", new BsonInt32(operation.number()))
                .append("secs_running", new BsonInt64(TimeUnit.NANOSECONDS.toSeconds(operation.nanos())))
                .append("microsecs_running", new BsonInt64(TimeUnit.NANOSECONDS.toMicros(operation.nanos())))
                .append("op", new BsonString(kind(operation.name())))
                .append("ns", new BsonString(operation.namespace()))
                .append("command", operation.command());
        return operation.killed() ? document.append("killPending", BsonBoolean.TRUE) : document;
    }

    private static BsonDocument user(Principal principal) {
        return new BsonDocument("user", new BsonString(principal.user().name()))
                .append("db", new BsonString(principal.user().database()));
    }

    /** What MongoDB calls the operation of a command. */
    private static String kind(String command) {
        return switch (command) {
            case "find" -> "query";
            case "getMore" -> "getmore";
            case "delete" -> "remove";
            case "insert", "update" -> command;
            default -> "command";
        };
    }
}
