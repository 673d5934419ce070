package io.telamon.engine.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.telamon.engine.process.ProcessEngine;
import io.telamon.engine.process.Program;
import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.spi.engine.EngineUnavailableException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two clusters in the real FerretDB 1, which the variable {@code TELAMON_TEST_FERRETDB} names. It replies also where no reply is asked for. */
class FerretDbTenantsTest {

    private static final ClusterId PROCESS = new ClusterId("c1");
    private static final int ROUNDS = 30;

    @TempDir
    private Path folder;

    private final List<AutoCloseable> open = new ArrayList<>();
    private Tenant one;
    private Tenant other;

    @BeforeEach
    void start() throws Exception {
        Optional<String> program = Optional.ofNullable(System.getenv("TELAMON_TEST_FERRETDB"));
        assumeTrue(program.isPresent(), "TELAMON_TEST_FERRETDB names no FerretDB");
        ProcessEngine engine = opened(new ProcessEngine(Program.FERRETDB, Path.of(program.get()), folder));
        engine.provision(PROCESS);
        DeploymentAddress address = DeploymentAddress.at(folder.resolve("c1/engine.sock"));
        Deployment deployment = opened(new Deployment(address, new Budget(100_000_000)));
        one = opened(new Tenant("a_", deployment));
        other = opened(new Tenant("b_", deployment));
    }

    private <T extends AutoCloseable> T opened(T resource) {
        open.add(resource);
        return resource;
    }

    @AfterEach
    void end() throws Exception {
        for (AutoCloseable resource : open.reversed()) {
            resource.close();
        }
    }

    @Test
    void receiveTheirOwnRepliesBesideWritesThatAskForNone() throws Exception {
        for (int i = 1; i <= ROUNDS; i++) {
            one.insertUnacknowledged("secrets", i);
            requireIds(other, "things", 1000, i - 1);
            other.insertUnacknowledged("things", 1000 + i);
            other.insertUnacknowledged("others", i);
            requireIds(one, "secrets", 0, i);
        }
        requireIds(other, "others", 0, ROUNDS);
    }

    /** The page docs/engines.md says so. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{insert: 'x', documents: [{_id: 1, a: [[1]]}]}",
                "{aggregate: 'x', pipeline: [{$lookup: {from: 'y', localField: 'a', foreignField: 'b', as: 'c'}}], cursor: {}}",
                "{aggregate: 'x', pipeline: [{$facet: {a: [{$match: {}}]}}], cursor: {}}",
                "{aggregate: 'x', pipeline: [{$addFields: {a: {$concat: ['a', 'b']}}}], cursor: {}}",
                "{aggregate: 'x', pipeline: [{$project: {a: {$cond: [true, 1, 2]}}}], cursor: {}}",
                "{aggregate: 'x', pipeline: [{$changeStream: {}}], cursor: {}}"
            })
    void areRefusedWhatFerretDbLacks(String command) throws Exception {
        one.run("{insert: 'x', documents: [{_id: 0}]}");

        BsonDocument answer = one.run(command);

        assertThat(answer.containsKey("writeErrors") || !Deployment.isOk(answer))
                .as(answer.toJson())
                .isTrue();
    }

    @Test
    void areNotDisturbedByADecimalOfTheOther() throws Exception {
        one.run("{insert: 'things', documents: [{_id: 1}]}");

        assertThatExceptionOfType(EngineUnavailableException.class)
                .isThrownBy(() -> other.run("{insert: 'x', documents: [{_id: {$numberDecimal: '1'}}]}"))
                .matches(EngineUnavailableException::mayHaveRun);

        requireIds(one, "things", 0, 1);
        requireIds(other, "x", 0, 0);
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
