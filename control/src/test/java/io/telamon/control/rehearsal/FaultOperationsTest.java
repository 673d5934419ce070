package io.telamon.control.rehearsal;

import static io.telamon.control.TestControlPlane.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telamon.control.TestClient;
import io.telamon.control.TestClient.Answer;
import io.telamon.control.TestControlPlane;
import io.telamon.control.WithControlPlane;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithControlPlane(pace = Pace.INSTANT)
class FaultOperationsTest {

    private static final String CLUSTERS = "/groups/" + PROJECT + "/flexClusters";
    private static final String FAULTS = "/telamon/v1/faults";

    private TestControlPlane plane;
    private TestClient owner;

    @BeforeEach
    void start(TestControlPlane running) {
        plane = running;
        owner = plane.owner();
    }

    @Test
    void answersWithAStatusAsOftenAsItIsToldTo() {
        Answer created =
                owner.post(FAULTS, "{'operation':'*FlexCluster*','status':503,'retryAfterSeconds':7,'count':2}");

        assertThat(created.status()).isEqualTo(201);
        Answer first = owner.get(CLUSTERS);
        assertThat(first.status()).isEqualTo(503);
        assertThat(first.header("Retry-After")).isEqualTo("7");
        assertThat(owner.get("/groups/" + PROJECT + "/clusters").status()).isEqualTo(200);
        assertThat(owner.get(CLUSTERS).status()).isEqualTo(503);
        assertThat(owner.get(CLUSTERS).status()).isEqualTo(200);
        assertThat(owner.get(FAULTS).json().at("/0/remaining").asInt()).isZero();
    }

    @Test
    void isRefusedForAnOperationThatDoesNotExist() {
        for (String operation : new String[] {"nosuch", "createGroupFlexClusters", "*NoSuch*", "getMetrics", ""}) {
            Answer refused = owner.post(FAULTS, "{'operation':'" + operation + "','status':503}");
            assertThat(refused.status()).as(operation).isEqualTo(400);
            assertThat(refused.json().toString()).contains("operation", "createGroupFlexCluster");
        }
        assertThat(owner.get(FAULTS).json().isEmpty()).isTrue();
        assertThat(owner.post(FAULTS, "{'operation':'createGroupCluster','status':503,'count':1}")
                        .status())
                .isEqualTo(201);
        owner.delete(FAULTS);
    }

    @Test
    void changesNothingWhenItRefuses() {
        owner.post(FAULTS, "{'operation':'createGroupFlexCluster','status':500,'count':1}");

        assertThat(create("a").status()).isEqualTo(500);
        assertThat(owner.get(CLUSTERS).json().at("/totalCount").asInt()).isZero();
        assertThat(create("a").status()).isEqualTo(201);
    }

    @Test
    void dropsTheConnection() {
        owner.post(FAULTS, "{'operation':'listGroupFlexClusters','dropConnection':true}");

        assertThatThrownBy(() -> owner.get(CLUSTERS)).isInstanceOf(UncheckedIOException.class);
        owner.delete(FAULTS);
        assertThat(owner.get(CLUSTERS).status()).isEqualTo(200);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThat(owner.post(FAULTS, "{}").status()).isEqualTo(400);
        assertThat(owner.post(FAULTS, "{'status':418}").status()).isEqualTo(400);
        assertThat(owner.post(FAULTS, "{'status':500,'probability':2}").status())
                .isEqualTo(400);
        assertThat(owner.delete(FAULTS + "/cccccccccccccccccccccccc").status()).isEqualTo(404);
        assertThat(plane.reader().get(FAULTS).status()).isEqualTo(401);
    }

    private Answer create(String name) {
        return owner.post(
                CLUSTERS,
                "{'name':'" + name + "','providerSettings':{'backingProviderName':'AWS','regionName':'US_EAST_1'}}");
    }
}
