package io.telamon.control.cluster;

import static io.telamon.control.TestControlPlane.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.ControlPlaneDependencies;
import io.telamon.control.ControlSettings;
import io.telamon.control.TestClient;
import io.telamon.control.TestControlPlane;
import io.telamon.control.api.RequestObserver;
import io.telamon.control.cluster.topology.Provider;
import io.telamon.control.dataplane.Unmetered;
import io.telamon.control.rehearsal.Pace;
import io.telamon.control.store.TestStores;
import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.thread.EssentialThreads;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster that is not made after all, while its engine is down. */
class UnmadeClusterTest {

    private static final String ALL = "/groups/" + PROJECT + "/flexClusters";
    private static final String ONE =
            "{'name':'one','providerSettings':{'backingProviderName':'AWS','regionName':'US_EAST_1'}}";

    @TempDir
    private Path folder;

    private final List<String> placed = Collections.synchronizedList(new ArrayList<>());
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final List<String> discarded = Collections.synchronizedList(new ArrayList<>());
    private volatile Runnable whilePlacing = () -> {};

    private TestControlPlane plane;
    private TestClient owner;

    @BeforeEach
    void start() {
        ControlPlaneDependencies dependencies = new ControlPlaneDependencies(
                RequestObserver.NONE,
                operations -> {},
                new DownDataPlane(),
                change -> {},
                new Unmetered(),
                new EssentialThreads());
        plane = TestControlPlane.start(
                TestStores.open(folder), ControlSettings.defaults().at(Pace.INSTANT), dependencies);
        owner = plane.owner();
    }

    @AfterEach
    void stop() {
        plane.close();
    }

    @Test
    void isNotPlacedWhereItsNameIsTaken() {
        owner.post(ALL, ONE);

        TestClient.Answer refusal = owner.post(ALL, ONE);

        assertThat(refusal.errorCode()).isEqualTo("DUPLICATE_CLUSTER_NAME");
        assertThat(refusal.json().at("/parameters/0").asString()).isEqualTo("cluster or serverless instance");
        assertThat(refusal.json().at("/parameters").size()).isEqualTo(3);
        assertThat(placed).hasSize(1);
    }

    @Test
    void isRefusedForTheFirstReasonAndDiscardedOnceTheEngineAnswers() {
        // Given somebody who takes the name while a place is looked for
        whilePlacing = () -> {
            whilePlacing = () -> {};
            owner.post(ALL, ONE);
        };

        // When
        TestClient.Answer refusal = owner.post(ALL, ONE);

        // Then
        assertThat(refusal.errorCode()).as(refusal.text()).isEqualTo("DUPLICATE_CLUSTER_NAME");
        plane.awaitTasks();
        String unmade = placed.getFirst();
        assertThat(asked).as("in vain, then again").containsExactly(unmade, unmade);
        assertThat(discarded).containsExactly(unmade);
        assertThat(owner.get(ALL).json().at("/totalCount").asInt()).isEqualTo(1);
    }

    private final class DownDataPlane extends NoDataPlane {

        DownDataPlane() {
            super("telamon.localhost");
        }

        @Override
        public MemberPorts place(ClusterId id, Provider provider, String region) {
            placed.add(id.value());
            whilePlacing.run();
            return MemberPorts.NONE;
        }

        @Override
        public void discard(ClusterId id) {
            asked.add(id.value());
            if (asked.size() == 1) {
                throw new IllegalStateException("the engine is down");
            }
            discarded.add(id.value());
        }
    }
}
