package io.telamon.control.sample;

import static io.telamon.control.TestControlPlane.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.ControlPlaneDependencies;
import io.telamon.control.ControlSettings;
import io.telamon.control.TestClient;
import io.telamon.control.TestClient.Answer;
import io.telamon.control.TestControlPlane;
import io.telamon.control.WithControlPlane;
import io.telamon.control.cluster.DocumentsRefusedException;
import io.telamon.control.cluster.NoDataPlane;
import io.telamon.control.rehearsal.Pace;
import io.telamon.control.sample.data.SampleData;
import io.telamon.control.store.TestStores;
import io.telamon.gateway.model.ClusterId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bson.BsonDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WithControlPlane(pace = Pace.MANUAL)
class SampleModuleTest {

    private static final String GROUP = "/groups/" + PROJECT;
    private static final String LOADS = GROUP + "/sampleDatasetLoad";

    private TestControlPlane plane;
    private TestClient owner;

    @BeforeEach
    void start(TestControlPlane running) {
        plane = running;
        owner = plane.owner();
    }

    @Test
    void loadsAsRecorded() {
        create(owner, "shop");
        release();
        Answer asked = owner.post(LOADS + "/shop", "");
        String id = asked.json().at("/_id").asString();

        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        assertThat(asked.text())
                .matches("\\{\"_id\":\"[0-9a-f]{24}\",\"clusterName\":\"shop\",\"completeDate\":null,"
                        + "\"createDate\":\"[0-9-]{10}T[0-9:]{8}Z\",\"errorMessage\":null,\"state\":\"WORKING\"}");
        assertThat(owner.get(LOADS + "/" + id).text()).isEqualTo(asked.text());
        release();
        Answer loaded = owner.get(LOADS + "/" + id);
        assertThat(loaded.json().at("/state").asString()).isEqualTo("COMPLETED");
        assertThat(loaded.json().at("/completeDate").asString()).endsWith("Z");
        assertThat(owner.get(GROUP + "/events").json().at("/results").findValuesAsString("eventTypeName"))
                .contains("SAMPLE_DATASET_LOAD_REQUESTED");
    }

    @Test
    void failsWhereTheClusterGoes() {
        create(owner, "shop");
        release();
        String id = owner.post(LOADS + "/shop", "").json().at("/_id").asString();

        owner.delete(GROUP + "/flexClusters/shop");
        release();

        assertThat(owner.get(LOADS + "/" + id).json().at("/state").asString()).isEqualTo("FAILED");
        assertThat(owner.get(LOADS + "/" + id).json().at("/errorMessage").asString())
                .isNotEmpty();
    }

    @Test
    void findsNothingUnderWrongNames() {
        assertThat(owner.post(LOADS + "/nowhere", "").errorCode()).isEqualTo("CLUSTER_NOT_FOUND");
        assertThat(owner.get(LOADS + "/" + PROJECT).errorCode()).isEqualTo("RESOURCE_NOT_FOUND");
        assertThat(plane.reader().post(LOADS + "/nowhere", "").status()).isEqualTo(401);
    }

    @Test
    void loadsEveryDocumentOnce(@TempDir Path folder) {
        Loaded loaded = new Loaded("none");
        try (TestControlPlane instant = start(folder, loaded)) {
            String id = load(instant);

            assertThat(instant.owner().get(LOADS + "/" + id).json().at("/state").asString())
                    .isEqualTo("COMPLETED");
            assertThat(loaded.documents).hasSize(new SampleData().size());
        }
    }

    @Test
    void failsWithWhatTheEngineSays(@TempDir Path folder) {
        try (TestControlPlane instant = start(folder, new Loaded("sales"))) {
            String id = load(instant);

            Answer failed = instant.owner().get(LOADS + "/" + id);
            assertThat(failed.json().at("/state").asString()).isEqualTo("FAILED");
            assertThat(failed.json().at("/errorMessage").asString()).isEqualTo("no space for sales");
        }
    }

    private static TestControlPlane start(Path folder, Loaded loaded) {
        ControlPlaneDependencies none = ControlPlaneDependencies.none();
        return TestControlPlane.start(
                TestStores.open(folder),
                ControlSettings.defaults().at(Pace.INSTANT),
                new ControlPlaneDependencies(
                        none.observer(), none.operations(), loaded, none.changes(), none.metering(), none.threads()));
    }

    private static String load(TestControlPlane plane) {
        create(plane.owner(), "shop");
        plane.awaitTasks();
        String id = plane.owner().post(LOADS + "/shop", "").json().at("/_id").asString();
        plane.awaitTasks();
        return id;
    }

    private static void create(TestClient client, String name) {
        client.post(
                GROUP + "/flexClusters",
                "{'name':'" + name + "','providerSettings':{'backingProviderName':'AWS','regionName':'US_EAST_1'}}");
    }

    private void release() {
        owner.post("/telamon/v1/transitions:release", "{}");
        plane.awaitTasks();
    }

    /** Keeps what is inserted, and refuses one collection. */
    private static final class Loaded extends NoDataPlane {

        private final List<BsonDocument> documents = Collections.synchronizedList(new ArrayList<>());
        private final String refused;

        Loaded(String refused) {
            super("telamon.localhost");
            this.refused = refused;
        }

        @Override
        public void insert(ClusterId cluster, String database, String collection, List<BsonDocument> more) {
            if (collection.equals(refused)) {
                throw new DocumentsRefusedException("no space for " + collection);
            }
            documents.addAll(more);
        }
    }
}
