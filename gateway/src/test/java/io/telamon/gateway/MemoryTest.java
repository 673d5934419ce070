package io.telamon.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.telamon.gateway.api.Admission;
import io.telamon.gateway.api.ListenerSpec;
import io.telamon.gateway.api.Route;
import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.net.ConnectionTimeouts;
import io.telamon.gateway.spi.directory.Tenant;
import io.telamon.gateway.spi.engine.Namespace;
import io.telamon.gateway.wire.Bson;
import io.telamon.gateway.wire.LittleEndian;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who uses much memory, or tries to, does not keep others from theirs. */
@Timeout(180)
class MemoryTest {

    private static final int MB = 1 << 20;
    private static final ClusterId OTHER = new ClusterId("other");

    private final List<RawClient> clients = new ArrayList<>();
    private final Executor threads = task -> Thread.ofVirtual().start(task);

    @AfterEach
    void disconnect() throws IOException {
        for (RawClient client : clients) {
            client.close();
        }
    }

    /** A world in which nobody is ever late. */
    private static World lenient() throws IOException {
        Duration hour = Duration.ofHours(1);
        return new World(TestTier.FLEX, new ConnectionTimeouts(hour, hour, hour, hour, hour));
    }

    private static int openOther(World world) throws IOException {
        world.tenants.put(OTHER, other(world.byId(World.CLUSTER).orElseThrow()));
        return world.gateway
                .listeners()
                .open(new ListenerSpec(
                        "other",
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        Optional.empty(),
                        new Route.ToCluster(OTHER, "127.0.0.1"),
                        Admission.ACCESS_LIST));
    }

    private static Tenant other(Tenant tenant) {
        return new Tenant(
                OTHER,
                tenant.project(),
                "Cluster1",
                tenant.replicaSet(),
                tenant.availability(),
                tenant.features(),
                tenant.limits());
    }

    private RawClient client(int port) throws IOException {
        RawClient client = new RawClient(port).login("admin");
        clients.add(client);
        return client;
    }

    private static byte[] command(String json, int bytes) {
        BsonDocument command = BsonDocument.parse(json)
                .append("$db", new BsonString("shop"))
                .append("comment", new BsonBinary(new byte[bytes]));
        return RawClient.message(0, Bson.encode(command));
    }

    private static byte[] insert(int bytes) {
        return command("{insert: 'orders', documents: [{_id: 1}]}", bytes);
    }

    private static void answers(RawClient client, byte[] message) throws IOException {
        client.send(message);
        assertThat(client.receive().document()).containsKey("ok").doesNotContainKey("errmsg");
    }

    /** A command that the gateway answers itself, so that it shows the gateway's memory alone. */
    private static byte[] ping(int bytes) {
        return command("{ping: 1}", bytes);
    }

    /** The beginning of a frame of 48 000 000 bytes. */
    private static byte[] beginning(int bytes) {
        byte[] beginning = Arrays.copyOf(RawClient.frame(RawClient.MSG, new byte[0]), bytes);
        LittleEndian.putInt32(beginning, 0, 48_000_000);
        return beginning;
    }

    @Test
    void servesAnotherClusterWhileOneHoldsAllTheMemoryItCanHave() throws Exception {
        try (World world = lenient()) {
            int otherPort = openOther(world);
            Semaphore taken = new Semaphore(0);
            byte[] piece = new byte[MB];
            for (int i = 0; i < 12; i++) {
                RawClient holder = client(world.port);
                threads.execute(() -> hold(holder, piece, taken));
            }
            taken.acquire(70);

            answers(client(otherPort), insert(3 * MB / 2));
            answers(client(world.port), insert(1000));
        }
    }

    /** Sends 40 MB of a frame that is longer, as far as the gateway takes it. */
    private static void hold(RawClient client, byte[] piece, Semaphore taken) {
        try {
            client.send(beginning(1000));
            for (int sent = 0; sent < 40; sent++) {
                client.send(piece);
                taken.release();
            }
        } catch (IOException e) {
            // the test has ended
        }
    }

    @Test
    void takesNoMemoryForWhatIsOnlyAnnounced() throws Exception {
        try (World world = lenient()) {
            for (int i = 0; i < 50; i++) {
                client(world.port).send(beginning(1000));
            }
            answers(client(world.port), ping(20 * MB));
        }
    }

    @Test
    void answersManyLargeCommandsOfOneClusterOneAfterTheOther() throws Exception {
        try (World world = lenient()) {
            byte[] large = ping(32 * MB);
            List<CompletableFuture<Void>> commands = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                RawClient client = client(world.port);
                commands.add(CompletableFuture.runAsync(() -> answersLate(client, large), threads));
            }
            commands.forEach(command -> assertThat(command).succeedsWithin(Duration.ofMinutes(2)));
        }
    }

    private static void answersLate(RawClient client, byte[] message) {
        try {
            client.waitForReplies();
            answers(client, message);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void disconnectsWhoHoldsMemoryAndSendsNothing() throws Exception {
        Duration hour = Duration.ofHours(1);
        ConnectionTimeouts deadlines = new ConnectionTimeouts(hour, hour, Duration.ofMillis(300), hour, hour);
        try (World world = new World(TestTier.FLEX, deadlines)) {
            RawClient silent = client(world.port);
            silent.send(beginning(MB));
            RawClient small = client(world.port);
            small.send(beginning(1000));

            assertThat(silent.isClosed()).isTrue();
            assertThat(client(world.port).command("admin", "{ping: 1}")).containsKey("ok");
            answers(client(world.port), ping(40 * MB));
        }
    }

    @Test
    void disconnectsWhoAsksForALargeReplyAndDoesNotTakeIt() throws Exception {
        Duration hour = Duration.ofHours(1);
        ConnectionTimeouts deadlines = new ConnectionTimeouts(hour, hour, Duration.ofMillis(300), hour, hour);
        try (World world = new World(TestTier.FLEX, deadlines)) {
            RawClient client = client(world.port);
            BsonDocument large = new BsonDocument("a", new BsonBinary(new byte[15 * MB]));
            world.engine.clusters.clear();
            world.engine.data(World.CLUSTER).put(new Namespace("shop", "orders"), List.of(large));
            client.send(RawClient.message(
                    0,
                    Bson.encode(BsonDocument.parse("{aggregate: 'orders', pipeline: [], cursor: {}, $db: 'shop'}"))));

            await().until(() -> world.gateway
                            .metering()
                            .reading(World.CLUSTER)
                            .orElseThrow()
                            .connections()
                    == 0);
        }
    }
}
