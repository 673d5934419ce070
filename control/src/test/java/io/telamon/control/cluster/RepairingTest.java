package io.telamon.control.cluster;

import static io.telamon.control.TestControlPlane.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.ControlPlaneDependencies;
import io.telamon.control.ControlSettings;
import io.telamon.control.TestClient;
import io.telamon.control.TestControlPlane;
import io.telamon.control.api.RequestObserver;
import io.telamon.control.dataplane.Unmetered;
import io.telamon.control.rehearsal.Pace;
import io.telamon.control.store.TestStores;
import io.telamon.gateway.api.Change;
import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.thread.EssentialThreads;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster whose engine does not answer for a while. */
class RepairingTest {

    private static final String ALL = "/groups/" + PROJECT + "/flexClusters";

    @TempDir
    private Path folder;

    private final Set<String> unreachable = ConcurrentHashMap.newKeySet();
    private final Set<Change> received = ConcurrentHashMap.newKeySet();

    @Test
    void showsItselfAndComesBackByItself() {
        ControlPlaneDependencies dependencies = new ControlPlaneDependencies(
                RequestObserver.NONE,
                operations -> {},
                new FailingDataPlane(),
                received::add,
                new Unmetered(),
                new EssentialThreads());
        try (TestControlPlane plane = TestControlPlane.start(
                TestStores.open(folder), ControlSettings.defaults().at(Pace.INSTANT), dependencies)) {
            TestClient owner = plane.owner();
            owner.post(ALL, "{'name':'one','providerSettings':{'backingProviderName':'AWS','regionName':'US_EAST_1'}}");
            String id = owner.get(ALL + "/one").json().at("/id").asString();

            unreachable.add(id);
            await(owner, "REPAIRING");
            assertThat(owner.get("/groups/" + PROJECT + "/clusters/one/status")
                            .json()
                            .at("/changeStatus")
                            .asString())
                    .isEqualTo("PENDING");
            assertThat(events(owner)).contains("NO_PRIMARY").doesNotContain("ONE_PRIMARY");
            assertThat(received)
                    .as("drivers are told to try again")
                    .contains(new Change.ClusterChanged(new ClusterId(id)));

            unreachable.clear();
            await(owner, "IDLE");
            assertThat(events(owner)).contains("ONE_PRIMARY");
            assertThat(owner.get("/groups/" + PROJECT + "/clusters/one/status").text())
                    .isEqualTo("{\"changeStatus\":\"APPLIED\"}");
        }
    }

    private static void await(TestClient owner, String state) {
        Awaitility.await(state)
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> owner.get(ALL + "/one").json().at("/stateName").asString(), state::equals);
    }

    private static String events(TestClient owner) {
        return owner.get("/groups/" + PROJECT + "/events").text();
    }

    private final class FailingDataPlane extends NoDataPlane {

        FailingDataPlane() {
            super("telamon.localhost");
        }

        @Override
        public Set<ClusterId> unreachable() {
            return unreachable.stream().map(ClusterId::new).collect(Collectors.toSet());
        }

        @Override
        public boolean answers(Cluster cluster) {
            return !unreachable.contains(cluster.id().value());
        }
    }
}
