package io.telamon.control.peering;

import static io.telamon.control.TestControlPlane.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.TestClient;
import io.telamon.control.TestClient.Answer;
import io.telamon.control.TestControlPlane;
import io.telamon.control.WithControlPlane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The network containers of dedicated clusters. */
@WithControlPlane
class ClusterContainersTest {

    private static final String GROUP = "/groups/" + PROJECT;
    private static final String ONE = GROUP + "/clusters/one";

    private TestControlPlane plane;
    private TestClient owner;

    @BeforeEach
    void start(TestControlPlane running) {
        plane = running;
        owner = plane.owner();
    }

    @Test
    void areThoseOfTheRegionsThatTheClusterHasNodesIn() {
        Answer made = owner.post(
                GROUP + "/clusters",
                "{'name':'one','clusterType':'REPLICASET','replicationSpecs':[{'regionConfigs':["
                        + region("US_EAST_1", 7, 3) + "]}]}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        plane.awaitTasks();
        JsonNode east = containers().at("/0");
        assertThat(containers()).hasSize(1);
        assertThat(east.at("/regionName").asString()).isEqualTo("US_EAST_1");
        assertThat(east.at("/atlasCidrBlock").asString()).isEqualTo("192.168.248.0/21");
        assertThat(east.at("/provisioned").asBoolean()).isTrue();
        assertThat(owner.delete(GROUP + "/containers/" + east.at("/id").asString())
                        .errorCode())
                .isEqualTo("CONTAINERS_IN_USE");

        Answer spread = owner.patch(
                ONE,
                "{'replicationSpecs':[{'regionConfigs':[" + region("US_EAST_1", 7, 2) + "," + region("US_WEST_2", 6, 1)
                        + "]}]}");
        assertThat(spread.status()).as(spread.text()).isEqualTo(200);
        plane.awaitTasks();
        assertThat(containers().findValuesAsString("regionName")).containsExactly("US_EAST_1", "US_WEST_2");
        assertThat(containers().at("/0/id")).isEqualTo(east.at("/id"));

        owner.patch(ONE, "{'replicationSpecs':[{'regionConfigs':[" + region("US_EAST_1", 7, 3) + "]}]}");
        plane.awaitTasks();
        assertThat(containers().at("/0/provisioned").asBoolean()).isTrue();
        assertThat(containers().at("/1/provisioned").asBoolean()).isFalse();

        owner.delete(ONE);
        plane.awaitTasks();
        assertThat(containers().at("/0/provisioned").asBoolean()).isFalse();
    }

    @Test
    void areNotMadeForTenants() {
        owner.post(
                GROUP + "/flexClusters",
                "{'name':'one','providerSettings':{'backingProviderName':'AWS','regionName':'US_EAST_1'}}");
        plane.awaitTasks();

        assertThat(containers()).isEmpty();
    }

    private JsonNode containers() {
        return owner.get(GROUP + "/containers/all").json().at("/results");
    }

    private static String region(String name, int priority, int nodes) {
        return "{'providerName':'AWS','regionName':'" + name + "','priority':" + priority
                + ",'electableSpecs':{'instanceSize':'M10','nodeCount':" + nodes + "}}";
    }
}
