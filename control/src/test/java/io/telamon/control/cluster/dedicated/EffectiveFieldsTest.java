package io.telamon.control.cluster.dedicated;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.TestClient;
import io.telamon.control.TestControlPlane;
import io.telamon.control.WithControlPlane;
import io.telamon.control.rehearsal.Pace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The hardware that clients set apart from what runs, by the headers that ask for it. */
@WithControlPlane(pace = Pace.INSTANT)
class EffectiveFieldsTest {

    private static final String ALL = DedicatedClusterTest.ALL;
    private static final String ONE = ALL + "/first";
    private static final String SIZE = "/replicationSpecs/0/regionConfigs/0/electableSpecs/instanceSize";
    private static final String EFFECTIVE = "/replicationSpecs/0/regionConfigs/0/effectiveElectableSpecs/instanceSize";
    private static final String RUNNING = "/effectiveReplicationSpecs/0/regionConfigs/0/electableSpecs/instanceSize";

    private TestClient owner;

    @BeforeEach
    void start(TestControlPlane plane) {
        owner = plane.owner();
        owner.post(ALL, specs("M10", "M40"));
    }

    /** OpenAPI: with a header and auto-scaling, a change is of what is set, and auto-scaling decides about what runs. */
    @ParameterizedTest
    @ValueSource(strings = {"Use-Effective-Instance-Fields", "Use-Effective-Fields-Replication-Specs"})
    void areShownApartWhereTheHeaderAsks(String header) {
        TestClient asking = owner.with(header, "true");

        asking.patch(ONE, specs("M20", "M40"));
        JsonNode asSet = asking.get(ONE).json();
        JsonNode plain = owner.get(ONE).json();

        assertThat(asSet.at(SIZE).asString()).isEqualTo("M20");
        assertThat(asSet.at(EFFECTIVE).asString()).isEqualTo("M10");
        assertThat(asSet.at(RUNNING).asString()).isEqualTo("M10");
        assertThat(plain.at(SIZE).asString()).isEqualTo("M10");
        assertThat(asking.patch(ONE, "{'tags':[]}").json().at(EFFECTIVE).asString())
                .isEqualTo("M10");
    }

    @Test
    void areTheSameWithoutTheHeader() {
        owner.with("Use-Effective-Instance-Fields", "true").patch(ONE, specs("M20", "M40"));

        JsonNode changed = owner.patch(ONE, specs("M30", "M40")).json();

        assertThat(changed.at(SIZE).asString()).isEqualTo("M30");
        assertThat(changed.at(EFFECTIVE).asString()).isEqualTo("M30");
    }

    private static String specs(String size, String most) {
        return DedicatedClusterTest.replicaSet("first")
                .replace("'M10'", "'" + size + "'")
                .replace(
                        "'priority':7",
                        "'priority':7,'autoScaling':{'compute':{'enabled':true,'maxInstanceSize':'" + most
                                + "'},'diskGB':{'enabled':false}}");
    }
}
