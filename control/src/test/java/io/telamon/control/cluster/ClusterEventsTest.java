package io.telamon.control.cluster;

import static io.telamon.control.TestControlPlane.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.ControlSettings;
import io.telamon.control.TestClient;
import io.telamon.control.TestControlPlane;
import io.telamon.control.rehearsal.Pace;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The events of clusters: one when a step is asked for, with its caller, and one when it is done. */
class ClusterEventsTest {

    private static final String FLEX = "/groups/" + PROJECT + "/flexClusters";
    private static final String SERVERLESS = "/groups/" + PROJECT + "/serverless";

    @TempDir
    private Path folder;

    private TestControlPlane plane;
    private TestClient owner;

    @BeforeEach
    void start() {
        plane = TestControlPlane.start(folder, ControlSettings.defaults().at(Pace.INSTANT));
        owner = plane.owner();
    }

    @AfterEach
    void stop() {
        plane.close();
    }

    @Test
    void tellEachStepOfAFlexCluster() {
        owner.post(FLEX, "{'name':'c','providerSettings':{'backingProviderName':'AWS','regionName':'US_EAST_1'}}");
        owner.patch(FLEX + "/c", "{'tags':[{'key':'k','value':'v'}]}");
        owner.delete(FLEX + "/c");

        assertThat(newestFirst())
                .containsExactly(
                        "CLUSTER_DELETED",
                        "CLUSTER_DELETE_SUBMITTED by the caller",
                        "CLUSTER_UPDATE_COMPLETED",
                        "CLUSTER_UPDATE_SUBMITTED by the caller",
                        "CLUSTER_READY",
                        "CLUSTER_CREATED by the caller");
    }

    @Test
    void tellEachStepOfAServerlessInstance() {
        owner.put("/telamon/v1/calendar", "{'calendar':'serverless'}");
        owner.post(
                SERVERLESS,
                "{'name':'c','providerSettings':{'backingProviderName':'AWS','providerName':'SERVERLESS',"
                        + "'regionName':'US_EAST_1'}}");
        owner.patch(SERVERLESS + "/c", "{'tags':[{'key':'k','value':'v'}]}");
        owner.delete(SERVERLESS + "/c");

        assertThat(newestFirst())
                .containsExactly(
                        "SERVERLESS_INSTANCE_DELETED",
                        "SERVERLESS_INSTANCE_DELETE_SUBMITTED by the caller",
                        "SERVERLESS_INSTANCE_UPDATE_COMPLETED",
                        "SERVERLESS_INSTANCE_UPDATE_SUBMITTED by the caller",
                        "SERVERLESS_INSTANCE_READY",
                        "SERVERLESS_INSTANCE_CREATED by the caller");
    }

    private List<String> newestFirst() {
        return owner.get("/groups/" + PROJECT + "/events?clusterNames=c")
                .json()
                .at("/results")
                .valueStream()
                .map(ClusterEventsTest::text)
                .toList();
    }

    private static String text(JsonNode event) {
        return event.at("/eventTypeName").asString() + (event.has("publicKey") ? " by the caller" : "");
    }
}
