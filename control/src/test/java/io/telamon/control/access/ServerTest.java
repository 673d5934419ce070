package io.telamon.control.access;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test with a server of its own. */
abstract class ServerTest {

    static final String ORGANIZATION = "/orgs/" + AccessServer.ORGANIZATION;
    static final String PROJECT = "/groups/" + AccessServer.PROJECT;

    final TickingClock clock = new TickingClock();
    AccessServer server;
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

    void restart() {
        restart(AccessSettings.DEFAULT);
    }

    void restart(AccessSettings settings) {
        server.close();
        server = AccessServer.start(database, clock, settings);
    }

    ApiClient owner() {
        return server.owner();
    }

    /** A new API key of the organization. */
    DigestClient key(String... roles) {
        String body = "{'desc': 'a key', 'roles': ['" + String.join("','", roles) + "']}";
        return digest(owner().post(ORGANIZATION + "/apiKeys", body));
    }

    static DigestClient digest(ApiClient.Answer made) {
        return new DigestClient(
                made.json().path("publicKey").asString(),
                made.json().path("privateKey").asString());
    }
}
