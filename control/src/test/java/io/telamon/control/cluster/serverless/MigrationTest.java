package io.telamon.control.cluster.serverless;

import static io.telamon.control.TestControlPlane.ORGANIZATION;
import static io.telamon.control.TestControlPlane.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.ControlSettings;
import io.telamon.control.TestClient;
import io.telamon.control.TestControlPlane;
import io.telamon.control.rehearsal.Pace;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The migration of serverless instances to flex clusters. */
class MigrationTest {

    @TempDir
    private Path folder;

    private TestControlPlane plane;
    private TestClient owner;

    @BeforeEach
    void start() {
        plane = TestControlPlane.start(folder, ControlSettings.defaults().at(Pace.MANUAL));
        owner = plane.owner();
        owner.put("/telamon/v1/calendar", "{'calendar':'serverless'}");
    }

    @AfterEach
    void stop() {
        plane.close();
    }

    @Test
    void leavesInstancesThatAreBeingDeleted() {
        create(PROJECT, "leaving");
        create(PROJECT, "staying");
        release();
        assertThat(owner.delete(instance(PROJECT, "leaving")).status()).isEqualTo(202);

        assertThat(migrate("{}")).isEqualTo(1);

        assertThat(owner.get(flex(PROJECT, "staying")).status()).isEqualTo(200);
        assertThat(owner.get(flex(PROJECT, "leaving")).errorCode())
                .isEqualTo("CANNOT_USE_NON_FLEX_CLUSTER_IN_FLEX_API");
        assertThat(owner.get(instance(PROJECT, "leaving"))
                        .json()
                        .at("/stateName")
                        .asString())
                .isEqualTo("DELETING");
    }

    @Test
    void takesTheInstancesOfOneProjectOrOfAll() {
        String other = owner.post("/groups", "{'name':'other','orgId':'" + ORGANIZATION + "'}")
                .json()
                .at("/id")
                .asString();
        create(PROJECT, "one");
        create(other, "two");

        assertThat(migrate("{'groupId':'" + other + "'}")).isEqualTo(1);
        assertThat(owner.get(flex(other, "two")).status()).isEqualTo(200);
        assertThat(owner.get(flex(PROJECT, "one")).status()).isEqualTo(400);

        assertThat(migrate("{}")).isEqualTo(1);
        assertThat(owner.get(flex(PROJECT, "one")).status()).isEqualTo(200);
        assertThat(migrate("{}")).isZero();
    }

    @Test
    void isAnEventOfEachInstance() {
        create(PROJECT, "one");
        migrate("{}");
        migrate("{}");

        assertThat(owner.get("/groups/" + PROJECT + "/events?eventType=SERVERLESS_UPGRADE_STARTED")
                        .json()
                        .at("/results")
                        .valueStream()
                        .map(event -> event.at("/clusterName").asString()))
                .containsExactly("one");
    }

    private void create(String project, String name) {
        assertThat(owner.post(
                                "/groups/" + project + "/serverless",
                                "{'name':'" + name + "','providerSettings':{'backingProviderName':'AWS',"
                                        + "'providerName':'SERVERLESS','regionName':'US_EAST_1'}}")
                        .status())
                .isEqualTo(201);
    }

    private void release() {
        owner.post("/telamon/v1/transitions:release", "{}");
        plane.awaitTasks();
    }

    private int migrate(String body) {
        return owner.post("/telamon/v1/calendar/migrations", body)
                .json()
                .at("/migratedInstances")
                .asInt();
    }

    private static String instance(String project, String name) {
        return "/groups/" + project + "/serverless/" + name;
    }

    private static String flex(String project, String name) {
        return "/groups/" + project + "/flexClusters/" + name;
    }
}
