package io.telamon.control.monitoring.log;

import io.telamon.gateway.api.Activity;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/** Writes lines of MongoDB's log: one JSON object each, with the ids, components and texts of the server (manual, "Log Messages"). */
final class LogLine {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final JsonWriterSettings JSON =
            JsonWriterSettings.builder().outputMode(JsonMode.RELAXED).build();

    /** Characters of a command in a line; MongoDB truncates attributes at 10 KB ({@code maxLogSizeKB}). */
    private static final int LONGEST = 10 * 1024;

    private static final int BEGINNING = 1024;

    private LogLine() {}

    static String of(Activity activity) {
        return switch (activity) {
            case Activity.ConnectionAccepted(Activity.Origin origin, long open) ->
                line(origin, "NETWORK", 22943, "listener", "Connection accepted", connection(origin, open));
            case Activity.ConnectionEnded(Activity.Origin origin, long open) ->
                line(origin, "NETWORK", 22944, context(origin), "Connection ended", connection(origin, open));
            case Activity.ClientIntroduced(Activity.Origin origin, BsonDocument client) ->
                line(origin, "NETWORK", 51800, context(origin), "client metadata", metadata(origin, client));
            case Activity.Authenticated login
            when login.failure().isEmpty() ->
                line(
                        login.origin(),
                        "ACCESS",
                        5286306,
                        context(login.origin()),
                        "Successfully authenticated",
                        of(login));
            case Activity.Authenticated login ->
                line(login.origin(), "ACCESS", 5286307, context(login.origin()), "Failed to authenticate", of(login));
            case Activity.SlowOperation slow ->
                line(slow.origin(), "COMMAND", 51803, context(slow.origin()), "Slow query", of(slow));
        };
    }

    private static String line(
            Activity.Origin origin, String component, int id, String context, String message, BsonDocument attributes) {
        return new BsonDocument("t", new BsonDocument("$date", new BsonString(TIME.format(origin.at()))))
                .append("s", new BsonString("I"))
                .append("c", new BsonString(component))
                .append("id", new BsonInt32(id))
                .append("svc", new BsonString("S"))
                .append("ctx", new BsonString(context))
                .append("msg", new BsonString(message))
                .append("attr", attributes)
                .toJson(JSON);
    }

    private static String context(Activity.Origin origin) {
        return "conn" + origin.connection();
    }

    /** Address and port of the client. */
    private static BsonString remote(Activity.Origin origin) {
        return new BsonString(host(origin) + ":" + origin.remote().getPort());
    }

    /** The address of the client. */
    static String host(Activity.Origin origin) {
        return origin.remote().getAddress().getHostAddress();
    }

    private static BsonDocument connection(Activity.Origin origin, long open) {
        return new BsonDocument("remote", remote(origin))
                .append("isLoadBalanced", BsonBoolean.FALSE)
                .append("connectionId", new BsonInt64(origin.connection()))
                .append("connectionCount", new BsonInt64(open));
    }

    private static BsonDocument metadata(Activity.Origin origin, BsonDocument client) {
        return new BsonDocument("remote", remote(origin))
                .append("client", new BsonString(context(origin)))
                .append("doc", client);
    }

    private static BsonDocument of(Activity.Authenticated login) {
        BsonDocument attributes = new BsonDocument("client", remote(login.origin()))
                .append("isClusterMember", BsonBoolean.FALSE)
                .append("mechanism", new BsonString(login.mechanism()))
                .append("user", new BsonString(login.user()))
                .append("db", new BsonString(login.database()));
        login.failure().ifPresent(reason -> attributes.append("error", new BsonString(reason)));
        return attributes.append("result", new BsonInt32(code(login)));
    }

    /** MongoDB's code of the error: 11 of a user who is not there, 18 of a wrong password, 0 of none. */
    private static int code(Activity.Authenticated login) {
        return login.failure()
                .map(reason -> reason.startsWith("UserNotFound") ? 11 : 18)
                .orElse(0);
    }

    private static BsonDocument of(Activity.SlowOperation slow) {
        BsonDocument attributes =
                new BsonDocument("type", new BsonString("command")).append("ns", new BsonString(slow.namespace()));
        if (!slow.application().isEmpty()) {
            attributes.append("appName", new BsonString(slow.application()));
        }
        attributes.append("command", command(slow.command()));
        slow.outcome().returned().ifPresent(count -> attributes.append("nreturned", new BsonInt64(count)));
        return attributes
                .append("reslen", new BsonInt32(slow.outcome().replyBytes()))
                .append("user", new BsonString(slow.user()))
                .append("remote", remote(slow.origin()))
                .append("protocol", new BsonString("op_msg"))
                .append("durationMillis", new BsonInt64(slow.outcome().took().toMillis()));
    }

    private static BsonDocument command(BsonDocument command) {
        String text = command.toJson(JSON);
        return text.length() <= LONGEST
                ? command
                : new BsonDocument(command.getFirstKey(), command.get(command.getFirstKey()))
                        .append("$truncated", new BsonString(text.substring(0, BEGINNING)));
    }
}
