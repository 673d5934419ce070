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
import io.telamon.control.store.Store;
import io.telamon.control.store.Stores;
import io.telamon.control.store.TestPostgresql;
import io.telamon.gateway.api.Change;
import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.model.ProjectId;
import io.telamon.gateway.thread.EssentialThreads;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes on one database. */
class NodesTest {

    private static final String USER = "{'databaseName':'admin','username':'ann','password':'correct-horse',"
            + "'roles':[{'roleName':'readWriteAnyDatabase','databaseName':'admin'}]}";
    private static final String ALL = "/groups/" + PROJECT + "/flexClusters";

    private final Set<Change> received = ConcurrentHashMap.newKeySet();
    private final Set<Change> receivedByOne = ConcurrentHashMap.newKeySet();
    private Store store;
    private TestControlPlane one;
    private TestControlPlane other;

    @BeforeEach
    void start() {
        String database = TestPostgresql.newSchema();
        store = Stores.postgresql(database, new EssentialThreads());
        ControlSettings settings = ControlSettings.defaults().at(Pace.QUICK);
        one = TestControlPlane.start(
                Stores.postgresql(database, new EssentialThreads()), settings, subscription(receivedByOne));
        other = TestControlPlane.start(
                Stores.postgresql(database, new EssentialThreads()), settings, subscription(received));
    }

    private static ControlPlaneDependencies subscription(Set<Change> received) {
        return new ControlPlaneDependencies(
                RequestObserver.NONE,
                operations -> {},
                new NoDataPlane("telamon.localhost"),
                received::add,
                new Unmetered(),
                new EssentialThreads());
    }

    @AfterEach
    void stop() {
        if (store != null) {
            other.close();
            one.close();
            store.close();
        }
    }

    @Test
    void giveANameToOneOfManyAttemptsOnBoth() {
        List<TestClient> owners = List.of(one.owner(), other.owner());

        List<Integer> statuses = TestControlPlane.atOnce(
                200, i -> owners.get(i % 2).post(ALL, flex("contested")).status());

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 400).hasSize(199);
    }

    @Test
    void moveEachClusterOnce() {
        TestClient owner = one.owner();
        owner.patch("/groups/" + PROJECT + "/limits/atlas.project.deployment.clusters", "{'value':100}");
        IntStream.range(0, 60).forEach(i -> owner.post(ALL, flex("c" + i)));

        awaitIdle(60);

        assertThat(count("SELECT count(*) FROM event WHERE type = 'CLUSTER_READY'"))
                .isEqualTo(60);
    }

    @Test
    void takeOverFromANodeThatDiedWithALease() {
        TestClient owner = one.owner();
        owner.post(ALL, flex("orphan"));
        store.write(transaction -> transaction
                .handle()
                .execute(
                        "UPDATE task SET due_at = ?, lease_until = ?, lease_node = 'dead'",
                        Instant.now(),
                        Instant.now().plus(Duration.ofSeconds(3))));

        assertThat(owner.get(ALL + "/orphan").json().at("/stateName").asString())
                .isEqualTo("CREATING");
        awaitIdle(1);
    }

    @Test
    void seeAtOnceWhatTheOtherHasWritten() {
        TestClient here = one.owner();
        TestClient there = other.owner();
        here.post(ALL, flex("shared"));

        assertThat(there.get(ALL + "/shared").status()).isEqualTo(200);
        for (int round = 0; round < 20; round++) {
            String value = "'value-" + round + "'";
            here.patch(ALL + "/shared", "{'tags':[{'key':'round','value':" + value + "}]}");
            assertThat(there.get(ALL + "/shared").json().at("/tags/0/value").asString())
                    .isEqualTo("value-" + round);
        }
    }

    @Test
    void drawFromTheSameTokenBuckets() {
        TestClient here = one.owner();
        TestClient there = other.owner();

        int first = Integer.parseInt(here.get(ALL).header("RateLimit-Remaining"));
        there.get(ALL);
        there.get(ALL);
        int last = Integer.parseInt(here.get(ALL).header("RateLimit-Remaining"));

        assertThat(last).isBetween(first - 3, first);
        assertThat(count("SELECT count(*) FROM rate_bucket WHERE rate_set = 'FLEX_CLUSTERS'"))
                .isEqualTo(1);
    }

    @Test
    void notifyEachOtherOfWhatEndsConnections() {
        TestClient here = one.owner();
        here.post(ALL, flex("shared"));
        String cluster = here.get(ALL + "/shared").json().at("/id").asString();
        here.post("/groups/" + PROJECT + "/accessList", "[{'ipAddress':'192.0.2.1'}]");
        here.post("/groups/" + PROJECT + "/databaseUsers", USER);

        awaitReceived(new Change.ClusterChanged(new ClusterId(cluster)));
        awaitReceived(new Change.AccessListChanged(new ProjectId(PROJECT)));
        awaitReceived(new Change.UsersChanged(new ProjectId(PROJECT)));
    }

    @Test
    void tellEachOtherOfPrivateEndpoints() {
        TestClient here = one.owner();
        here.put("/telamon/v1/calendar", "{'calendar':'serverless'}");
        String instances = "/groups/" + PROJECT + "/serverless";
        here.post(
                instances,
                "{'name':'shared','providerSettings':{'providerName':'SERVERLESS','backingProviderName':'AWS',"
                        + "'regionName':'US_EAST_1'}}");
        awaitIdle(1);
        String cluster = here.get(instances + "/shared").json().at("/id").asString();
        String endpoints = "/groups/" + PROJECT + "/privateEndpoint/serverless/instance/shared/endpoint";
        String id = here.post(endpoints, "{}").json().at("/_id").asString();
        awaitStatus(here, endpoints + "/" + id, "RESERVED");
        received.clear();
        receivedByOne.clear();

        here.patch(endpoints + "/" + id, "{'providerName':'AWS','cloudProviderEndpointId':'vpce-0123456789abcdef0'}");
        awaitStatus(here, endpoints + "/" + id, "AVAILABLE");

        // whichever of the two took the step tells the other
        Change change = new Change.ClusterChanged(new ClusterId(cluster));
        await(() -> received.contains(change) || receivedByOne.contains(change), "endpoint of " + cluster);
    }

    private static void awaitStatus(TestClient client, String path, String status) {
        await(() -> client.get(path).json().at("/status").asString().equals(status), status);
    }

    @Test
    void catchUpWithMissedNotifications() {
        one.owner().post(ALL, flex("shared"));
        awaitIdle(1);
        received.clear();

        long ended = count(
                "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE query LIKE 'LISTEN \"' || 'telamon_' || current_schema() || '%'");

        assertThat(ended).isPositive();
        awaitReceived(new Change.UsersChanged(new ProjectId(PROJECT)));
    }

    private void awaitReceived(Change change) {
        await(() -> received.contains(change), change);
    }

    private void awaitIdle(long clusters) {
        await(() -> count("SELECT count(*) FROM cluster WHERE state = 'IDLE'") >= clusters, "idle clusters");
    }

    private static void await(BooleanSupplier condition, Object what) {
        Awaitility.await(what.toString())
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(5))
                .until(condition::getAsBoolean);
    }

    private long count(String query) {
        return store.read(handle -> handle.createQuery(query).mapTo(Long.class).one());
    }

    private static String flex(String name) {
        return "{'name':'" + name + "','providerSettings':{'backingProviderName':'AWS','regionName':'US_EAST_1'}}";
    }
}
