package io.telamon.control;

import io.telamon.control.api.ApiServer;
import io.telamon.control.api.Call;
import io.telamon.control.api.Caller;
import io.telamon.control.api.Grant;
import io.telamon.control.api.Json;
import io.telamon.control.api.Operation;
import io.telamon.control.api.Role;
import io.telamon.control.api.UnauthenticatedException;
import io.telamon.control.organization.FirstApiKey;
import io.telamon.control.organization.FirstServiceAccount;
import io.telamon.control.organization.Organization;
import io.telamon.control.organization.OrganizationFounder;
import io.telamon.control.organization.Organizations;
import io.telamon.control.project.Project;
import io.telamon.control.project.ProjectMembership;
import io.telamon.control.project.Projects;
import io.telamon.control.store.Store;
import io.telamon.control.store.TestStores;
import io.telamon.control.store.Transaction;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A control plane on a free port of this machine, over a new store, with an organization and a project. */
public final class TestControlPlane implements AutoCloseable {

    /** The organization. */
    public static final String ORGANIZATION = "aaaaaaaaaaaaaaaaaaaaaaaa";
    /** The project. */
    public static final String PROJECT = "bbbbbbbbbbbbbbbbbbbbbbbb";

    private static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");

    private final Store store;
    private final ControlPlane plane;
    private final ApiServer server;

    private TestControlPlane(Store store, ControlPlane plane, ApiServer server) {
        this.store = store;
        this.plane = plane;
        this.server = server;
    }

    /** Starts one. */
    public static TestControlPlane start(Path folder, ControlSettings settings) {
        Store store = TestStores.open(folder);
        ControlPlane plane = ControlPlane.start(store, Clock.systemUTC(), settings, foundation(store));
        ApiServer server = ApiServer.start(
                InetAddress.getLoopbackAddress(), 0, Optional.empty(), Optional.empty(), plane.pipeline());
        return new TestControlPlane(store, plane, server);
    }

    /** A client with the credentials of an organization owner. */
    public TestClient owner() {
        return new TestClient("http://127.0.0.1:" + server.port(), "Test owner");
    }

    /** A client with the credentials of someone who may only read the project. */
    public TestClient reader() {
        return new TestClient("http://127.0.0.1:" + server.port(), "Test reader");
    }

    /** A client without credentials that anybody knows. */
    public TestClient stranger() {
        return new TestClient("http://127.0.0.1:" + server.port(), "Test stranger");
    }

    /** Sends what no decent client would, on a connection of its own, with the credentials of the owner. */
    public TestClient.Answer raw(String method, String target, String body, String contentType) {
        return owner().sendRaw(method, target, body, contentType);
    }

    /** Waits until no task is due and none is being done. */
    public void awaitTasks() {
        Instant deadline = Instant.now().plusSeconds(20);
        while (store.read(handle -> handle.createQuery("SELECT count(*) FROM task WHERE due_at IS NOT NULL")
                        .mapTo(Long.class)
                        .one())
                > 0) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("tasks are still on their way");
            }
            Thread.onSpinWait();
        }
    }

    /** A client with the credentials of someone who may create projects in the organization. */
    public TestClient creator() {
        return new TestClient("http://127.0.0.1:" + server.port(), "Test creator");
    }

    /** Every operation that is declared. */
    public List<Operation> operations() {
        return plane.operations();
    }

    @Override
    public void close() {
        server.close();
        plane.close();
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

    private static ControlPlane.Foundation foundation(Store store) {
        Json json = new Json();
        Organizations organizations = new Organizations(store, json);
        Projects projects = new Projects(store, organizations, json);
        seed(store, organizations, projects);
        return new ControlPlane.Foundation(
                organizations,
                projects,
                new NoFounder(),
                new NoMembership(),
                exchange -> exchange.authenticatedAs(
                        caller(exchange.request().header("Authorization").orElse(""))),
                stale -> "Digest realm=\"test\"");
    }

    private static void seed(Store store, Organizations organizations, Projects projects) {
        store.write(transaction -> {
            organizations.create(transaction, new Organization(ORGANIZATION, "Test organization", false));
            projects.create(transaction, Project.plain(PROJECT, ORGANIZATION, "Test project", CREATED));
            return ORGANIZATION;
        });
    }

    /** Makes no credentials. */
    private static final class NoFounder implements OrganizationFounder {
        @Override
        public FirstCredentials found(
                Transaction transaction,
                Call<?> call,
                String organizationId,
                Optional<FirstApiKey> apiKey,
                Optional<FirstServiceAccount> serviceAccount) {
            return new FirstCredentials(
                    apiKey.map(asked -> Map.of("desc", asked.desc())),
                    serviceAccount.map(asked -> Map.of("name", asked.name())));
        }

        @Override
        public void dissolve(Transaction transaction, String organizationId) {}
    }

    /** Keeps no roles. */
    private static final class NoMembership implements ProjectMembership {
        @Override
        public void own(Transaction transaction, Caller creator, String projectId) {}

        @Override
        public void forget(Transaction transaction, String projectId) {}
    }

    private static Caller caller(String authorization) {
        Grant grant = switch (authorization) {
            case "Test owner" -> new Grant(Role.ORG_OWNER, ORGANIZATION);
            case "Test creator" -> new Grant(Role.ORG_GROUP_CREATOR, ORGANIZATION);
            case "Test reader" -> new Grant(Role.GROUP_READ_ONLY, PROJECT);
            default -> throw UnauthenticatedException.unknown();
        };
        return new Caller(Caller.Kind.API_KEY, "cccccccccccccccccccccccc", "abcdefgh", ORGANIZATION, Set.of(grant));
    }
}
