package io.telamon.control.root;

import static io.telamon.control.TestControlPlane.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.TestClient;
import io.telamon.control.TestClient.Answer;
import io.telamon.control.TestControlPlane;
import io.telamon.control.WithControlPlane;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@WithControlPlane
class RootOperationsTest {

    private TestClient owner;

    @BeforeEach
    void start(TestControlPlane plane) {
        owner = plane.owner();
    }

    @Test
    void tellsWhatRunsHereAndWhoAsks() {
        Answer answer = owner.get("");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().propertyNames()).containsExactly("apiKey", "appName", "build", "links", "throttling");
        assertThat(answer.json().path("appName").asString()).isEqualTo("MongoDB Atlas");
        assertThat(answer.json().path("apiKey").isNull())
                .as("a service account asks")
                .isTrue();
    }

    @Test
    void hasItsOwnAddressInEveryRegion() {
        JsonNode addresses = owner.get("/unauth/controlPlaneIPAddresses").json();

        assertThat(addresses.propertyNames()).containsExactly("inbound", "outbound");
        for (String direction : List.of("inbound", "outbound")) {
            assertThat(addresses.at("/" + direction + "/aws/us-east-1").toString())
                    .isEqualTo("[\"127.0.0.1/32\"]");
            assertThat(addresses.at("/" + direction + "/azure").size()).isGreaterThan(10);
            assertThat(addresses.at("/" + direction + "/gcp/us-central1/0").asString())
                    .isEqualTo("127.0.0.1/32");
        }
    }

    @Test
    void namesTheOperationThatIsNotServedYet() {
        Answer answer = owner.get("/groups/" + PROJECT + "/alerts?status=OPEN");

        assertThat(answer.status()).isEqualTo(501);
        assertThat(answer.errorCode()).isEqualTo("NOT_IMPLEMENTED");
        assertThat(answer.json().path("detail").asString()).contains("listGroupAlerts");
    }

    @Test
    void knowsNothingOfOtherPaths() {
        assertThat(owner.get("/groups/" + PROJECT + "/unheardOf").status()).isEqualTo(404);
        assertThat(owner.put("/groups/" + PROJECT + "/alerts", "{}").status()).isEqualTo(405);
    }
}
