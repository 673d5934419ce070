package io.telamon.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.spi.engine.EngineUnavailableException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Gives each test an embedded engine with one cluster, and a shell on it. */
abstract class EmbeddedTest {

    static final ClusterId CLUSTER = new ClusterId("6703b1f2a4c8de0011223344");

    @TempDir
    Path folder;

    EmbeddedEngine engine;
    Shell shell;

    @BeforeEach
    void start() throws EngineUnavailableException {
        engine = new EmbeddedEngine(EmbeddedSettings.in(folder).idle(Duration.ofMinutes(5)));
        engine.provision(CLUSTER);
        shell = new Shell(engine, CLUSTER);
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    void restart() throws EngineUnavailableException {
        stop();
        start();
    }

    /** The value of {@code _id} of each document of a reply. */
    static List<BsonValue> ids(BsonDocument reply) {
        return Shell.documents(reply).stream()
                .map(document -> document.get("_id"))
                .toList();
    }

    static List<Integer> numbers(BsonDocument reply, String field) {
        return Shell.documents(reply).stream()
                .map(document -> document.getNumber(field).intValue())
                .toList();
    }

    static void assertOk(BsonDocument reply) {
        assertThat(reply.getNumber("ok").intValue()).as(reply.toString()).isEqualTo(1);
        assertThat(reply.containsKey("writeErrors")).as(reply.toString()).isFalse();
    }

    static void assertError(BsonDocument reply, int code, String... texts) {
        assertThat(reply.getNumber("ok").intValue()).as(reply.toString()).isZero();
        assertThat(reply.getInt32("code").getValue()).as(reply.toString()).isEqualTo(code);
        for (String text : texts) {
            assertThat(reply.getString("errmsg").getValue()).contains(text);
        }
        assertThat(reply.getString("codeName").getValue()).isNotEmpty();
    }

    void insert(String collection, String... documents) {
        assertOk(shell.run("{insert: '" + collection + "', documents: [" + String.join(",", documents) + "]}"));
    }
}
