package io.telamon.engine.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.telamon.engine.process.ProcessEngine;
import io.telamon.engine.process.Program;
import io.telamon.gateway.spi.Budget;
import io.telamon.gateway.spi.ClusterId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two clusters in the real FerretDB 1, which the variable {@code TELAMON_TEST_FERRETDB} names. It replies also where no reply is asked for. */
class FerretDbTenantsTest {

    private static final ClusterId PROCESS = new ClusterId("c1");
    private static final int ROUNDS = 30;

    @TempDir
    private Path folder;

    @Test
    void receiveTheirOwnRepliesBesideWritesThatAskForNone() throws Exception {
        try (ProcessEngine engine = new ProcessEngine(Program.FERRETDB, program(), folder)) {
            engine.provision(PROCESS);
            DeploymentAddress address = DeploymentAddress.at(folder.resolve("c1/engine.sock"));
            try (Deployment deployment = new Deployment(address, new Budget(100_000_000));
                    Tenant one = new Tenant("a_", deployment);
                    Tenant other = new Tenant("b_", deployment)) {
                for (int i = 1; i <= ROUNDS; i++) {
                    one.insertUnacknowledged("secrets", i);
                    requireIds(other, "things", 1000, i - 1);
                    other.insertUnacknowledged("things", 1000 + i);
                    other.insertUnacknowledged("others", i);
                    requireIds(one, "secrets", 0, i);
                }
                requireIds(other, "others", 0, ROUNDS);
            }
        }
    }

    private static Path program() {
        Optional<String> program = Optional.ofNullable(System.getenv("TELAMON_TEST_FERRETDB"));
        assumeTrue(program.isPresent(), "TELAMON_TEST_FERRETDB names no FerretDB");
        return Path.of(program.get());
    }

    /** A collection has so many documents, whose ids follow that number, and the reply says that it is this one. */
    private static void requireIds(Tenant tenant, String collection, int before, int count) throws Exception {
        BsonDocument answer = tenant.run("{find: '" + collection + "', sort: {_id: 1}}");
        BsonDocument cursor = answer.getDocument("cursor");
        List<BsonValue> ids = cursor.getArray("firstBatch").stream()
                .map(document -> document.asDocument().get("_id"))
                .toList();

        assertThat(cursor.getString("ns").getValue()).isEqualTo("shop." + collection);
        assertThat(ids.stream().mapToInt(id -> id.asInt32().getValue()))
                .containsExactlyElementsOf(IntStream.rangeClosed(before + 1, before + count)
                        .boxed()
                        .toList());
    }
}
