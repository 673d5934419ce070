package io.telamon.control.monitoring.advisor;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.ControlPlaneDependencies;
import io.telamon.control.ControlSettings;
import io.telamon.control.TestClient;
import io.telamon.control.TestControlPlane;
import io.telamon.control.api.RequestObserver;
import io.telamon.control.cluster.DatabaseStatistics;
import io.telamon.control.cluster.NoDataPlane;
import io.telamon.control.dataplane.Unmetered;
import io.telamon.control.monitoring.log.SomeActivity;
import io.telamon.control.rehearsal.Pace;
import io.telamon.control.store.TestStores;
import io.telamon.gateway.api.ActivitySource;
import io.telamon.gateway.api.Change;
import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.thread.EssentialThreads;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The performance advisor, over HTTP. */
class AdvisorOperationsTest {

    private static final String PROJECT = "/groups/" + TestControlPlane.PROJECT;
    private static final String OF_CLUSTER = PROJECT + "/clusters/first/performanceAdvisor/";

    @TempDir
    private Path folder;

    private final SomeActivity activity = new SomeActivity();
    private final Set<Change> changes = ConcurrentHashMap.newKeySet();
    private Instant now;
    private TestControlPlane plane;
    private TestClient owner;
    private ClusterId cluster;
    private String primary;
    private String secondary;

    @BeforeEach
    void open() {
        plane = TestControlPlane.start(
                TestStores.open(folder),
                ControlSettings.defaults().at(Pace.INSTANT),
                new ControlPlaneDependencies(
                        RequestObserver.NONE,
                        operations -> {},
                        new Observed(),
                        changes::add,
                        new Unmetered(),
                        new EssentialThreads()));
        owner = plane.owner();
        cluster = new ClusterId(owner.post(
                        PROJECT + "/flexClusters",
                        "{'name':'first','providerSettings':{'backingProviderName':'AWS','regionName':'US_EAST_1'}}")
                .json()
                .at("/id")
                .asString());
        plane.awaitTasks();
        JsonNode processes = owner.get(PROJECT + "/processes").json().at("/results");
        primary = advisor(processes.at("/0/id").asString());
        secondary = advisor(processes.at("/1/id").asString());
        now = Instant.now().minusSeconds(10);
    }

    @AfterEach
    void close() {
        plane.close();
    }

    @Test
    void hasNothingToSayAtFirstAsRecorded() {
        assertThat(owner.get(primary + "slowQueryLogs").text()).isEqualTo("{\"slowQueries\":[]}");
        assertThat(owner.get(primary + "namespaces").text()).isEqualTo("{\"namespaces\":[]}");
        assertThat(owner.get(primary + "suggestedIndexes").text()).isEqualTo("{\"shapes\":[],\"suggestedIndexes\":[]}");
        assertThat(owner.get(OF_CLUSTER + "suggestedIndexes").text())
                .isEqualTo("{\"content\":{\"shapes\":[],\"suggestedIndexes\":[]},\"status\":200}");
        assertThat(owner.get(OF_CLUSTER + "dropIndexSuggestions")
                        .json()
                        .at("/content")
                        .propertyNames())
                .containsExactly("hiddenIndexes", "redundantIndexes", "unusedIndexes");
        assertThat(owner.get(OF_CLUSTER + "schemaAdvice").json().at("/content/recommendations"))
                .isEmpty();
    }

    @Test
    void listsSlowQueriesOfAProcess() {
        slow("shop.carts", "{find:'carts', filter:{a:1}}", 150);
        slow("shop.orders", "{update:'orders', updates:[{q:{a:1}}]}", 200);

        JsonNode all = owner.get(primary + "slowQueryLogs").json();
        JsonNode more = owner.get(
                        primary
                                + "slowQueryLogs?includeMetrics=true&includeOpType=true&includeReplicaState=true&namespaces=shop.carts")
                .json();

        assertThat(all.at("/slowQueries")).hasSize(2);
        assertThat(all.at("/slowQueries/0").propertyNames()).containsExactly("line", "namespace");
        assertThat(all.at("/slowQueries/0/namespace").asString()).isEqualTo("shop.orders");
        assertThat(more.at("/slowQueries")).hasSize(1);
        assertThat(more.at("/slowQueries/0/opType").asString()).isEqualTo("read");
        assertThat(more.at("/slowQueries/0/replicaState").asString()).isEqualTo("PRIMARY");
        assertThat(more.at("/slowQueries/0/metrics/operationExecutionTime").asLong())
                .isEqualTo(150);
        assertThat(more.at("/slowQueries/0/metrics/docsReturned").asLong()).isEqualTo(4);
        assertThat(owner.get(primary + "slowQueryLogs?nLogs=1").json().at("/slowQueries"))
                .hasSize(1);
        assertThat(owner.get(secondary + "slowQueryLogs").json().at("/slowQueries"))
                .isEmpty();
        assertThat(owner.get(primary + "namespaces")
                        .json()
                        .at("/namespaces/0/type")
                        .asString())
                .isEqualTo("collection");
    }

    @Test
    void listsNamespacesWithMostSlowQueriesFirst() {
        slow("shop.carts", "{find:'carts'}", 150);
        slow("shop.orders", "{find:'orders'}", 150);
        slow("shop.orders", "{find:'orders'}", 150);
        slow("shop.$cmd", "{dbStats:1}", 150);

        assertThat(owner.get(primary + "namespaces")
                        .json()
                        .at("/namespaces")
                        .valueStream()
                        .map(each -> each.at("/namespace").asString()))
                .containsExactly("shop.orders", "shop.carts");
    }

    @Test
    void suggestsAnIndexForEachShapeThatNoneServes() {
        slow("shop.carts", "{find:'carts', filter:{owner:'ann'}, sort:{at:-1}}", 300);
        slow("shop.carts", "{find:'carts', filter:{owner:'bob'}, sort:{at:-1}}", 100);
        slow("shop.carts", "{find:'carts', filter:{served:1}}", 100);
        slow("shop.carts", "{find:'carts', filter:{price:{$gt:5}}}", 500);

        JsonNode advice = owner.get(primary + "suggestedIndexes").json();

        assertThat(advice.at("/suggestedIndexes")).hasSize(2);
        assertThat(advice.at("/suggestedIndexes/0/index").toString()).isEqualTo("[{\"price\":1}]");
        assertThat(advice.at("/suggestedIndexes/0/weight").asDouble()).isEqualTo(50.0);
        assertThat(advice.at("/suggestedIndexes/0/avgObjSize").asDouble()).isEqualTo(64.0);
        assertThat(advice.at("/suggestedIndexes/1/index").toString()).isEqualTo("[{\"owner\":1},{\"at\":-1}]");
        assertThat(advice.at("/suggestedIndexes/1/impact/0")).isEqualTo(advice.at("/shapes/1/id"));
        assertThat(advice.at("/shapes/1/count").asInt()).isEqualTo(2);
        assertThat(advice.at("/shapes/1/avgMs").asInt()).isEqualTo(200);
        assertThat(advice.at("/shapes/1/inefficiencyScore").asInt()).isEqualTo(250);
        assertThat(advice.at("/shapes/1/operations")).hasSize(2);
        assertThat(advice.at("/shapes/1/operations/0/predicates/0/owner").asString())
                .isIn("ann", "bob");
        assertThat(advice.at("/shapes/1/operations/0/stats/nScanned").asInt()).isEqualTo(1000);
        assertThat(owner.get(OF_CLUSTER + "suggestedIndexes").json().at("/content"))
                .isEqualTo(advice);
        assertThat(owner.get(primary + "suggestedIndexes?nIndexes=1&nExamples=1")
                        .json()
                        .at("/shapes"))
                .hasSize(1);
        assertThat(owner.get(primary + "suggestedIndexes?pageNum=2&itemsPerPage=1")
                        .json()
                        .at("/suggestedIndexes"))
                .hasSize(1);
        assertThat(owner.get(primary + "suggestedIndexes?namespaces=shop.other")
                        .json()
                        .at("/shapes"))
                .isEmpty();
    }

    @Test
    void keepsValuesFromThoseWhoMayNotReadData() {
        slow("shop.carts", "{find:'carts', filter:{owner:{$in:['ann']}}}", 300);

        JsonNode advice = plane.reader().get(primary + "suggestedIndexes").json();

        assertThat(advice.at("/shapes/0/operations/0/predicates/0").toString()).isEqualTo("{\"owner\":{\"$in\":1}}");
        assertThat(plane.reader().get(primary + "slowQueryLogs").status()).isEqualTo(401);
    }

    @Test
    void looksBackADayUnlessAskedOtherwise() {
        now = now.minus(Duration.ofDays(2));
        slow("shop.carts", "{find:'carts', filter:{owner:'ann'}}", 300);
        long since = now.minusSeconds(5).toEpochMilli();

        assertThat(count("slowQueryLogs")).isZero();
        assertThat(count("slowQueryLogs?since=" + since)).isEqualTo(1);
        assertThat(count("slowQueryLogs?since=" + since + "&duration=10000")).isEqualTo(1);
        assertThat(count("slowQueryLogs?since=" + since + "&duration=1000")).isZero();
        assertThat(count("slowQueryLogs?duration=" + Duration.ofDays(3).toMillis()))
                .isEqualTo(1);
        assertThat(owner.get(OF_CLUSTER + "suggestedIndexes?since=" + since + "&until=" + (since + 10_000))
                        .json()
                        .at("/content/shapes"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "slowQueryLogs?since=5, INVALID_QUERY_PARAMETER",
        "slowQueryLogs?nLogs=20001, INVALID_QUERY_PARAMETER",
        "slowQueryLogs?duration=9223372036854775807, INVALID_QUERY_PARAMETER",
        "slowQueryLogs?duration=x, INVALID_QUERY_PARAMETER"
    })
    void refusesTimesThatAreNone(String request, String code) {
        assertThat(owner.get(primary + request).errorCode()).isEqualTo(code);
    }

    @Test
    void refusesTimesOfClustersThatAreNone() {
        assertThat(owner.get(OF_CLUSTER + "suggestedIndexes?until=1800000000000")
                        .errorCode())
                .isEqualTo("MISSING_QUERY_PARAMETER");
        assertThat(owner.get(OF_CLUSTER + "suggestedIndexes?since=1800000000000&until=1700000000000")
                        .errorCode())
                .isEqualTo("START_DATE_AFTER_END_DATE");
        assertThat(owner.get(OF_CLUSTER.replace("first", "other") + "schemaAdvice")
                        .errorCode())
                .isEqualTo("CLUSTER_NOT_FOUND");
    }

    @Test
    void tellsGatewaysWhenTheThresholdIsManaged() {
        changes.clear();

        owner.delete(PROJECT + "/managedSlowMs/disable");

        Awaitility.await().until(() -> changes.contains(new Change.ClusterChanged(cluster)));
    }

    private int count(String request) {
        return owner.get(primary + request).json().at("/slowQueries").size();
    }

    private void slow(String namespace, String command, long millis) {
        activity.happen(cluster, SomeActivity.slow(now, namespace, command, millis));
        now = now.plusMillis(1);
    }

    private static String advisor(String process) {
        return PROJECT + "/processes/" + process + "/performanceAdvisor/";
    }

    /** Clusters at which something happens, and which have a thousand documents and an index in each collection. */
    private final class Observed extends NoDataPlane {

        Observed() {
            super("telamon.localhost");
        }

        @Override
        public ActivitySource activities() {
            return activity;
        }

        @Override
        public DatabaseStatistics databases() {
            return new DatabaseStatistics() {
                @Override
                public Set<String> names(ClusterId id) {
                    return Set.of("shop");
                }

                @Override
                public Map<String, Double> of(ClusterId id, String database) {
                    return Map.of();
                }

                @Override
                public Map<String, Double> of(ClusterId id, String database, String collection) {
                    return Map.of("count", 1000.0, "avgObjSize", 64.0);
                }

                @Override
                public List<BsonDocument> indexes(ClusterId id, String database, String collection) {
                    return List.of(BsonDocument.parse("{_id:1}"), BsonDocument.parse("{served:1, more:1}"));
                }
            };
        }
    }
}
