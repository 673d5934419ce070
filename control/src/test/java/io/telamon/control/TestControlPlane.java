package io.telamon.control;

import static org.awaitility.Awaitility.await;

import io.telamon.control.access.AccessSettings;
import io.telamon.control.access.crypto.MasterKey;
import io.telamon.control.api.ApiServer;
import io.telamon.control.api.Operation;
import io.telamon.control.http.HttpLimits;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.store.Store;
import io.telamon.control.store.TestStores;
import io.telamon.gateway.model.ProjectId;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** A control plane on a free port of this machine, over a new store, with an organization and a project. */
public final class TestControlPlane implements AutoCloseable {

    /** The organization. */
    public static final String ORGANIZATION = "aaaaaaaaaaaaaaaaaaaaaaaa";
    /** The project. */
    public static final String PROJECT = "bbbbbbbbbbbbbbbbbbbbbbbb";

    /** The email address of the person who owns both. */
    public static final String OWNER_EMAIL = "owner@example.org";

    private static final byte[] MASTER_KEY = new byte[MasterKey.LENGTH];
    private static final BootstrapCredentials OWNER = new BootstrapCredentials(
            "ownerkey",
            "00000000-0000-4000-8000-000000000000",
            "mdb_sa_id_dddddddddddddddddddddddd",
            "mdb_sa_sk_" + "s".repeat(40));

    private final Store store;
    private final IdentityModule identity;
    private final ControlPlane plane;
    private final ApiServer server;

    private TestControlPlane(Store store, IdentityModule identity, ControlPlane plane, ApiServer server) {
        this.store = store;
        this.identity = identity;
        this.plane = plane;
        this.server = server;
    }

    /** Starts one. */
    public static TestControlPlane start(Path folder, ControlSettings settings) {
        return start(TestStores.open(folder), settings);
    }

    /** Starts one over a store, which may be that of another one; it is closed with this one. */
    public static TestControlPlane start(Store store, ControlSettings settings) {
        return start(store, settings, ControlPlaneDependencies.none());
    }

    /** The same with dependencies. */
    public static TestControlPlane start(Store store, ControlSettings settings, ControlPlaneDependencies dependencies) {
        return start(store, settings, dependencies, HttpLimits.DEFAULT);
    }

    /** The same under limits. */
    public static TestControlPlane start(
            Store store, ControlSettings settings, ControlPlaneDependencies dependencies, HttpLimits limits) {
        IdentityModule identity =
                IdentityModule.in(store, Clock.systemUTC(), AccessSettings.DEFAULT, MasterKey.of(MASTER_KEY));
        identity.bootstrap()
                .initialize(
                        new BootstrapIds(new OrganizationId(ORGANIZATION), new ProjectId(PROJECT)),
                        "Test organization",
                        "Test project",
                        OWNER_EMAIL,
                        OWNER);
        ControlPlane plane = ControlPlane.start(store, Clock.systemUTC(), settings, identity, dependencies);
        ApiServer server = ApiServer.start(
                InetAddress.getLoopbackAddress(),
                0,
                Optional.empty(),
                Optional.empty(),
                limits,
                plane.pipeline(),
                dependencies.threads());
        return new TestControlPlane(store, identity, plane, server);
    }

    /** A client with the credentials of an organization owner. */
    public TestClient owner() {
        return owner(token(OWNER.clientId(), OWNER.clientSecret()));
    }

    /** A client with the credentials of a service account. */
    public TestClient client(String clientId, String secret) {
        return owner(token(clientId, secret));
    }

    /** A client with the credentials of the owner of a new organization. */
    public TestClient otherOwner() {
        JsonNode account = owner().post(
                        "/orgs",
                        "{'name':'other','serviceAccount':{'name':'owner','description':'for a test',"
                                + "'roles':['ORG_OWNER'],'secretExpiresAfterHours':8}}")
                .json()
                .path("serviceAccount");
        return client(
                account.path("clientId").asString(),
                account.at("/secrets/0/secret").asString());
    }

    /** A client with the credentials of someone who may only read the project. */
    public TestClient reader() {
        return account("/groups/" + PROJECT, "GROUP_READ_ONLY");
    }

    /** A client without credentials that anybody knows. */
    public TestClient stranger() {
        return new TestClient("http://127.0.0.1:" + server.port(), "Bearer nonsense");
    }

    /** Sends what no decent client would, on a connection of its own, with the credentials of the owner. */
    public TestClient.Answer raw(String method, String target, String body, String contentType) {
        return owner().sendRaw(method, target, body, contentType);
    }

    /** Waits until no task is due and none is being done. */
    public void awaitTasks() {
        await("no task is due")
                .atMost(Duration.ofSeconds(20))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> dueTasks() == 0);
    }

    private long dueTasks() {
        return store.read(handle -> handle.createQuery("SELECT count(*) FROM task WHERE due_at IS NOT NULL")
                .mapTo(Long.class)
                .one());
    }

    /** A client with the credentials of someone who may create projects in the organization. */
    public TestClient creator() {
        return account("/orgs/" + ORGANIZATION, "ORG_GROUP_CREATOR");
    }

    /** The value of an {@code Authorization} header of an organization owner. */
    public String bearer() {
        return "Bearer " + token(OWNER.clientId(), OWNER.clientSecret());
    }

    /** The port of the API. */
    public int port() {
        return server.port();
    }

    /** Bytes of memory that requests under way have taken. */
    public long takenMemory() {
        return server.takenMemory();
    }

    /** Every operation that is declared. */
    public List<Operation> operations() {
        return plane.operations();
    }

    @Override
    public void close() {
        server.close();
        plane.close();
        identity.close();
        store.close();
    }

    /** Does something {@code times} times at the same moment and returns what came of each. */
    public static <T> List<T> atOnce(int times, IntFunction<T> work) {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> outcomes = IntStream.range(0, times)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        return work.apply(i);
                    }))
                    .toList();
            start.countDown();
            return outcomes.stream().map(TestControlPlane::outcome).toList();
        }
    }

    private static <T> T outcome(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private TestClient owner(String token) {
        return new TestClient("http://127.0.0.1:" + server.port(), "Bearer " + token);
    }

    /** A client with the credentials of a new service account, made by the owner. */
    public TestClient account(String path, String role) {
        JsonNode account = owner().post(
                        path + "/serviceAccounts",
                        "{'name':'test','description':'for a test','roles':['" + role
                                + "'],'secretExpiresAfterHours':8}")
                .json();
        return owner(token(
                account.path("clientId").asString(),
                account.at("/secrets/0/secret").asString()));
    }

    private String token(String clientId, String secret) {
        String pair = clientId + ":" + secret;
        String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
        return new TestClient("http://127.0.0.1:" + server.port(), "Basic " + basic)
                .form("/api/oauth/token", "grant_type=client_credentials")
                .json()
                .path("access_token")
                .asString();
    }
}
