package io.telamon.control;

import io.telamon.control.api.ApiServer;
import io.telamon.control.api.Caller;
import io.telamon.control.api.Grant;
import io.telamon.control.api.Role;
import io.telamon.control.api.Scopes;
import io.telamon.control.api.UnauthenticatedException;
import io.telamon.control.store.Store;
import io.telamon.control.store.TestStores;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** A control plane on a free port of this machine, over a new store, with an organization and a project. */
public final class TestControlPlane implements AutoCloseable {

    /** The organization. */
    public static final String ORGANIZATION = "aaaaaaaaaaaaaaaaaaaaaaaa";
    /** The project. */
    public static final String PROJECT = "bbbbbbbbbbbbbbbbbbbbbbbb";

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
        ControlPlane plane = ControlPlane.start(store, Clock.systemUTC(), settings, foundation());
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

    @Override
    public void close() {
        server.close();
        plane.close();
        store.close();
    }

    private static ControlPlane.Foundation foundation() {
        Scopes scopes = new Scopes() {
            @Override
            public Optional<String> organizationOfProject(String projectId) {
                return Optional.of(ORGANIZATION).filter(organization -> projectId.equals(PROJECT));
            }

            @Override
            public boolean organizationExists(String organizationId) {
                return organizationId.equals(ORGANIZATION);
            }
        };
        return new ControlPlane.Foundation(
                scopes,
                (transaction, projectId) -> {},
                exchange -> exchange.authenticatedAs(
                        caller(exchange.request().header("Authorization").orElse(""))),
                stale -> "Digest realm=\"test\"");
    }

    private static Caller caller(String authorization) {
        Grant grant = switch (authorization) {
            case "Test owner" -> new Grant(Role.ORG_OWNER, ORGANIZATION);
            case "Test reader" -> new Grant(Role.GROUP_READ_ONLY, PROJECT);
            default -> throw UnauthenticatedException.unknown();
        };
        return new Caller(Caller.Kind.API_KEY, "cccccccccccccccccccccccc", "abcdefgh", ORGANIZATION, Set.of(grant));
    }
}
