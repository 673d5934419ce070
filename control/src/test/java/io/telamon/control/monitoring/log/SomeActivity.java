package io.telamon.control.monitoring.log;

import io.telamon.gateway.api.Activity;
import io.telamon.gateway.api.ActivitySource;
import io.telamon.gateway.model.ClusterId;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import org.bson.BsonDocument;

/** What happens at a gateway that there is not. */
public final class SomeActivity implements ActivitySource {

    private record Happened(ClusterId clusterId, Activity activity) {}

    private final List<Happened> waiting = new ArrayList<>();

    @Override
    public synchronized void drain(BiConsumer<ClusterId, Activity> receiver) {
        waiting.forEach(one -> receiver.accept(one.clusterId(), one.activity()));
        waiting.clear();
    }

    /** Lets something happen. */
    public synchronized void happen(ClusterId clusterId, Activity activity) {
        waiting.add(new Happened(clusterId, activity));
    }

    static Activity.Origin at(Instant moment, int member, String host) {
        try {
            return new Activity.Origin(moment, member, 7, new InetSocketAddress(InetAddress.getByName(host), 5000));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static Activity accepted(Instant moment, int member) {
        return new Activity.ConnectionAccepted(at(moment, member, "10.0.0.1"), 3);
    }

    static Activity login(Instant moment, int member, String host, Optional<String> failure) {
        return new Activity.Authenticated(at(moment, member, host), "ann", "admin", "SCRAM-SHA-256", failure);
    }

    /** A command that took long on the primary. */
    public static Activity slow(Instant moment, String namespace, String command, long millis) {
        return new Activity.SlowOperation(
                at(moment, 0, "10.0.0.1"),
                "shop",
                "ann@admin",
                namespace,
                BsonDocument.parse(command),
                new Activity.Outcome(Duration.ofMillis(millis), 512, OptionalLong.of(4)));
    }
}
