package io.telamon.control.monitoring;

import static io.telamon.control.TestControlPlane.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.TestClient;
import io.telamon.control.TestClient.Answer;
import io.telamon.control.TestControlPlane;
import io.telamon.control.WithControlPlane;
import io.telamon.control.rehearsal.Pace;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Processes, their databases, their disks and what is measured of them. */
@WithControlPlane(pace = Pace.MANUAL)
class ProcessOperationsTest {

    private static final String ALL = "/groups/" + PROJECT + "/processes";
    private static final String FLEX = "/groups/" + PROJECT + "/flexClusters";
    private static final String WINDOW = "/measurements?granularity=PT30M&period=P1DT12H";

    private TestControlPlane plane;
    private TestClient owner;

    @BeforeEach
    void start(TestControlPlane running) {
        plane = running;
        owner = plane.owner();
        owner.post(FLEX, "{'name':'first','providerSettings':{'backingProviderName':'AWS','regionName':'US_EAST_1'}}");
    }

    @Test
    void listsTheMembersThatConnectionStringsName() {
        assertThat(owner.get(ALL).json().at("/totalCount").asInt()).isZero();
        release();

        Answer list = owner.get(ALL);
        JsonNode cluster = owner.get(FLEX + "/first").json();

        assertThat(list.header("RateLimit-Limit")).isEqualTo("300");
        assertThat(list.json().at("/totalCount").asInt()).isEqualTo(3);
        assertThat(list.json().at("/results/0").propertyNames())
                .containsExactly(
                        "created",
                        "groupId",
                        "hostname",
                        "id",
                        "lastPing",
                        "links",
                        "port",
                        "replicaSetName",
                        "typeName",
                        "userAlias",
                        "version");
        assertThat(texts(list.json().at("/results"), "typeName"))
                .containsExactly("REPLICA_PRIMARY", "REPLICA_SECONDARY", "REPLICA_SECONDARY");
        for (JsonNode process : list.json().at("/results")) {
            assertThat(cluster.at("/connectionStrings/standard").asString())
                    .contains(process.at("/userAlias").asString() + ":"
                            + process.at("/port").asInt())
                    .endsWith("replicaSet=" + process.at("/replicaSetName").asString());
            assertThat(process.at("/hostname").asString())
                    .matches("atlas-[a-z0-9]{6}-shard-00-0[012]\\.[a-z0-9]{7}\\.telamon\\.localhost");
            assertThat(owner.get(ALL + "/" + process.at("/id").asString())
                            .json()
                            .at("/hostname"))
                    .isEqualTo(process.at("/hostname"));
        }
    }

    @Test
    void hasPagesOfProcesses() {
        release();

        JsonNode second = owner.get(ALL + "?itemsPerPage=2&pageNum=2").json();

        assertThat(second.at("/results")).hasSize(1);
        assertThat(second.at("/totalCount").asInt()).isEqualTo(3);
        assertThat(second.at("/links/1/rel").asString()).isEqualTo("previous");
    }

    @Test
    void listsDatabasesAndTheDisk() {
        release();
        String process = process();

        assertThat(texts(owner.get(process + "/databases").json().at("/results"), "databaseName"))
                .containsExactly("config", "local");
        assertThat(owner.get(process + "/databases/config")
                        .json()
                        .at("/links/0/href")
                        .asString())
                .endsWith(process + "/databases/config");
        assertThat(texts(owner.get(process + "/disks").json().at("/results"), "partitionName"))
                .containsExactly("data");
        assertThat(owner.get(process + "/disks/data").json().propertyNames()).containsExactly("links", "partitionName");
    }

    @Test
    void measuresInTheRecordedShape() {
        release();
        String process = process();

        JsonNode all = owner.get(process + WINDOW).json();
        JsonNode one = owner.get(process + WINDOW + "&m=MAX_PROCESS_CPU_USER").json();

        assertThat(all.propertyNames())
                .containsExactly(
                        "end", "granularity", "groupId", "hostId", "links", "measurements", "processId", "start");
        assertThat(all.at("/measurements")).hasSize(141);
        assertThat(all.at("/links/0/href").asString()).endsWith(process + WINDOW);
        assertThat(all.at("/links/1/rel").asString()).isEqualTo("https://cloud.mongodb.com/host");
        assertThat(texts(one.at("/measurements"), "name")).containsExactly("MAX_PROCESS_CPU_USER");
        assertThat(one.at("/measurements/0/dataPoints/0/value").isDouble()).isTrue();
        assertThat(one.at("/links/0/href").asString())
                .endsWith("granularity=PT30M&m=MAX_PROCESS_CPU_USER&period=P1DT12H");
        JsonNode mapped = owner.get(process + WINDOW + "&m=MEMORY_MAPPED").json();
        assertThat(mapped.at("/measurements/0/dataPoints/0/value").isNull()).isTrue();
        JsonNode search = owner.get(process + WINDOW + "&m=FTS_DISK_USAGE").json();
        assertThat(search.at("/measurements/0/dataPoints")).isEmpty();
    }

    @Test
    void measuresDisksAndDatabases() {
        release();
        String process = process();

        JsonNode disk = owner.get(
                        process + "/disks/data" + WINDOW + "&m=DISK_PARTITION_SPACE_PERCENT_FREE&m=DISK_QUEUE_DEPTH")
                .json();
        JsonNode database = owner.get(process + "/databases/config" + WINDOW).json();

        assertThat(disk.at("/partitionName").asString()).isEqualTo("data");
        assertThat(disk.at("/measurements/0/dataPoints/0/value").asDouble()).isEqualTo(100.0);
        assertThat(disk.at("/measurements")).hasSize(2);
        assertThat(database.at("/databaseName").asString()).isEqualTo("config");
        assertThat(database.at("/measurements")).hasSize(9);
    }

    @ParameterizedTest
    @CsvSource({
        "period=P1D, MISSING_QUERY_PARAMETER",
        "granularity=PT7M&period=P1D, INVALID_GRANULARITY",
        "granularity=hour&period=P1D, INVALID_GRANULARITY",
        "granularity=PT1H, MISSING_QUERY_PARAMETER",
        "granularity=PT1H&period=day, INVALID_PERIOD",
        "granularity=PT1H&period=-PT1H, INVALID_PERIOD",
        "granularity=PT1H&period=P999999999D, INVALID_PERIOD",
        "granularity=PT1H&start=2026-01-01T00:00:00Z, MISSING_QUERY_PARAMETER",
        "granularity=PT1H&end=2026-01-01T00:00:00Z, MISSING_QUERY_PARAMETER",
        "granularity=PT1H&start=2026-01-02&end=2026-01-01, START_DATE_AFTER_END_DATE",
        "granularity=PT1H&period=P1D&start=2026-01-02, MUTUALLY_EXCLUSIVE_QUERY_PARAMETERS",
        "granularity=PT1H&start=yesterday&end=2026-01-01, INVALID_QUERY_PARAMETER",
        "granularity=PT1H&period=P1D&m=DATABASE_DATA_SIZE, INVALID_METRIC_NAME"
    })
    void refusesWindowsThatAreNone(String query, String code) {
        release();

        assertThat(owner.get(process() + "/measurements?" + query).errorCode()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"PT1M", "PT60M", "PT24H", "P1D", "PT10S"})
    void takesGranularitiesInEveryForm(String granularity) {
        release();

        JsonNode view = owner.get(process() + "/measurements?granularity=" + granularity + "&period=PT1H&m=CONNECTIONS")
                .json();

        assertThat(view.at("/granularity").asString()).isEqualTo(granularity);
        assertThat(view.at("/measurements/0/dataPoints")).isNotEmpty();
    }

    @Test
    void hasNoPointsFromBeforeTheClusterWasMade() {
        release();

        JsonNode view = owner.get(
                        process()
                                + "/measurements?granularity=PT1M&start=2020-01-01T00:00:00Z&end=2020-01-02T00:00:00Z&m=CONNECTIONS")
                .json();

        assertThat(view.at("/measurements/0/dataPoints")).isEmpty();
        assertThat(view.at("/start").asString()).isEqualTo("2020-01-01T00:00:00Z");
        assertThat(view.at("/end").asString()).isEqualTo("2020-01-02T00:00:00Z");
    }

    @Test
    void refusesWhatIsNotThere() {
        release();
        String process = process();
        String elsewhere = process.replace(":27017", ":27018");

        assertThat(owner.get(elsewhere).errorCode()).isEqualTo("HOSTNAME_AND_PORT_NOT_FOUND");
        assertThat(owner.get(ALL + "/localhost:27017").errorCode()).isEqualTo("HOSTNAME_AND_PORT_NOT_FOUND");
        assertThat(owner.get(ALL + "/localhost").errorCode()).isEqualTo("INVALID_HOST_PORT");
        assertThat(owner.get(process + "/databases/shop").status()).isEqualTo(404);
        assertThat(owner.get(process + "/disks/journal").errorCode()).isEqualTo("DEVICE_NOT_FOUND");
        assertThat(owner.get(process + "/disks/journal" + WINDOW).errorCode()).isEqualTo("DEVICE_NOT_FOUND");
    }

    private void release() {
        owner.post("/telamon/v1/transitions:release", "{}");
        plane.awaitTasks();
    }

    private String process() {
        return ALL + "/" + owner.get(ALL).json().at("/results/0/id").asString();
    }

    private static List<String> texts(JsonNode results, String name) {
        return results.valueStream().map(each -> each.at("/" + name).asString()).toList();
    }
}
