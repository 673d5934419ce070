package io.telamon.control.access;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test with a server of its own. */
public abstract class ServerTest {

    protected static final String ORGANIZATION = "/orgs/" + AccessServer.ORGANIZATION;
    protected static final String PROJECT = "/groups/" + AccessServer.PROJECT;

    protected final TickingClock clock = new TickingClock();
    protected AccessServer server;
    private AccessServer.Database database;

    @BeforeEach
    void start(@TempDir Path folder) {
        database = new AccessServer.Database(folder);
        server = AccessServer.start(database, clock);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    protected void restart() {
        restart(AccessSettings.DEFAULT);
    }

    protected void restart(AccessSettings settings) {
        server.close();
        server = AccessServer.start(database, clock, settings);
    }

    protected ApiClient owner() {
        return server.owner();
    }

    /** A new API key of the organization. */
    protected DigestClient key(String... roles) {
        String body = "{'desc': 'a key', 'roles': ['" + String.join("','", roles) + "']}";
        return digest(owner().post(ORGANIZATION + "/apiKeys", body));
    }

    protected static DigestClient digest(ApiClient.Answer made) {
        return new DigestClient(
                made.json().path("publicKey").asString(),
                made.json().path("privateKey").asString());
    }
}
