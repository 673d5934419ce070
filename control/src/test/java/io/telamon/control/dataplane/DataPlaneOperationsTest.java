package io.telamon.control.dataplane;

import static io.telamon.control.TestControlPlane.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.TestClient;
import io.telamon.control.TestClient.Answer;
import io.telamon.control.TestControlPlane;
import io.telamon.control.WithControlPlane;
import io.telamon.control.rehearsal.Pace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithControlPlane(pace = Pace.INSTANT)
class DataPlaneOperationsTest {

    private TestControlPlane plane;
    private TestClient owner;
    private String path = "";

    @BeforeEach
    void start(TestControlPlane running) {
        plane = running;
        owner = plane.owner();
        owner.post(
                "/groups/" + PROJECT + "/flexClusters",
                "{'name':'one','providerSettings':{'backingProviderName':'AWS','regionName':'US_EAST_1'}}");
        String id = owner.get("/groups/" + PROJECT + "/flexClusters/one")
                .json()
                .at("/id")
                .asString();
        path = "/telamon/v1/clusters/" + id;
    }

    @Test
    void limitsAreThoseOfTheTierUntilTheyAreSet() {
        assertThat(owner.get(path + "/limits").json().at("/connections").asInt())
                .isEqualTo(500);

        Answer set = owner.put(path + "/limits", "{'connections':3,'operationsPerSecond':0}");
        assertThat(set.status()).as(set.text()).isEqualTo(200);
        assertThat(set.json().at("/connections").asInt()).isEqualTo(3);
        assertThat(owner.get(path + "/limits").json()).isEqualTo(set.json());
        assertThat(set.json().at("/databases").asInt()).isEqualTo(100);

        owner.put(path + "/limits", "{}");
        assertThat(owner.get(path + "/limits").json().at("/connections").asInt())
                .isEqualTo(500);
        assertThat(owner.put(path + "/limits", "{'connections':-1}").status()).isEqualTo(400);
        assertThat(owner.put(path + "/limits", "{'cats':1}").status()).isEqualTo(400);
    }

    @Test
    void metricsAreThereBeforeAnybodyConnects() {
        assertThat(owner.get(path + "/metrics").json().at("/connections").asInt(-1))
                .isZero();
        assertThat(owner.get(path + "/metrics/history").json().at("/points").isEmpty())
                .isTrue();
        assertThat(owner.get(path + "/metrics/history?granularity=PT1H")
                        .json()
                        .at("/granularity")
                        .asString())
                .isEqualTo("PT1H");
        assertThat(owner.get(path + "/metrics/history?granularity=PT1S").status())
                .isEqualTo(400);
    }

    @Test
    void onlyOwnersAskAndOnlyForClustersOfTheirOrganization() {
        assertThat(plane.reader().get(path + "/limits").status()).isEqualTo(401);
        assertThat(plane.stranger().get(path + "/metrics").status()).isEqualTo(401);
        assertThat(owner.get("/telamon/v1/clusters/" + "f".repeat(24) + "/limits")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void nobodyHasAClusterWhoseIdIsNone() {
        for (String operation : new String[] {"/limits", "/metrics", "/metrics/history"}) {
            assertThat(owner.get("/telamon/v1/clusters/%20" + operation).status())
                    .isEqualTo(404);
        }
    }
}
