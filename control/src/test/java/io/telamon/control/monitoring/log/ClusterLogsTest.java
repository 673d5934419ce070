package io.telamon.control.monitoring.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.ControlPlaneDependencies;
import io.telamon.control.ControlSettings;
import io.telamon.control.TestClient;
import io.telamon.control.TestControlPlane;
import io.telamon.control.api.RequestObserver;
import io.telamon.control.cluster.NoDataPlane;
import io.telamon.control.dataplane.Unmetered;
import io.telamon.control.rehearsal.Pace;
import io.telamon.control.store.TestStores;
import io.telamon.gateway.api.ActivitySource;
import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.thread.EssentialThreads;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Logs and logins of a cluster, over HTTP. */
class ClusterLogsTest {

    private static final String PROJECT = "/groups/" + TestControlPlane.PROJECT;
    private static final String GZIP = "application/vnd.atlas.2023-02-01+gzip";
    private final Instant now = Instant.now();

    @TempDir
    private Path folder;

    private final SomeActivity activity = new SomeActivity();
    private TestControlPlane plane;
    private TestClient owner;
    private ClusterId cluster;
    private List<String> hosts;

    @BeforeEach
    void open() {
        NoDataPlane dataPlane = new NoDataPlane("telamon.localhost") {
            @Override
            public ActivitySource activities() {
                return activity;
            }
        };
        plane = TestControlPlane.start(
                TestStores.open(folder),
                ControlSettings.defaults().at(Pace.INSTANT),
                new ControlPlaneDependencies(
                        RequestObserver.NONE,
                        operations -> {},
                        dataPlane,
                        change -> {},
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
        hosts = owner.get(PROJECT + "/processes")
                .json()
                .at("/results")
                .valueStream()
                .map(process -> process.at("/hostname").asString())
                .toList();
    }

    @AfterEach
    void close() {
        plane.close();
    }

    @Test
    void downloadsTheLogOfAMember() {
        activity.happen(cluster, SomeActivity.accepted(now.minusSeconds(3), 0));
        activity.happen(cluster, SomeActivity.login(now.minusSeconds(2), 0, "10.0.0.1", Optional.empty()));
        activity.happen(cluster, SomeActivity.slow(now.minusSeconds(1), "shop.carts", "{'find':'carts'}", 150));
        activity.happen(cluster, SomeActivity.accepted(now, 1));

        assertThat(log(hosts.get(0), "mongodb")).hasSize(3).first().asString().contains("Connection accepted");
        assertThat(log(hosts.get(0), "mongodb").getLast()).contains("Slow query", "durationMillis");
        assertThat(log(hosts.get(1), "mongodb")).hasSize(1);
        assertThat(log(hosts.get(2), "mongodb")).isEmpty();
        assertThat(log(hosts.get(0), "mongos")).isEmpty();
        assertThat(log(hosts.get(0), "mongodb-audit-log")).isEmpty();
        assertThat(owner.accepting(GZIP).get(path(hosts.get(0), "mongodb")).header("Content-Type"))
                .isEqualTo(GZIP);
    }

    @Test
    void downloadsWhatWasWrittenBetweenTwoMoments() {
        Instant old = now.minus(Duration.ofDays(3));
        activity.happen(cluster, SomeActivity.accepted(old, 0));
        activity.happen(cluster, SomeActivity.accepted(now, 0));
        long start = old.getEpochSecond();

        assertThat(log(hosts.get(0), "mongodb")).hasSize(1);
        assertThat(log(hosts.get(0), "mongodb.gz?startDate=" + (start - 5))).hasSize(1);
        assertThat(log(hosts.get(0), "mongodb.gz?startDate=" + (start - 5) + "&endDate=" + (now.getEpochSecond() + 1)))
                .hasSize(2);
        assertThat(log(hosts.get(0), "mongodb.gz?endDate=" + (start + 60))).hasSize(1);
    }

    @Test
    void refusesWhatIsNoLog() {
        TestClient client = owner.accepting(GZIP);

        assertThat(client.get(path("localhost", "mongodb")).errorCode()).isEqualTo("HOST_NOT_FOUND");
        assertThat(client.get(path(hosts.get(0), "oplog")).errorCode()).isEqualTo("INVALID_PATH_PARAMETER");
        assertThat(client.get(path(hosts.get(0), "mongodb.gz?startDate=5")).errorCode())
                .isEqualTo("INVALID_QUERY_PARAMETER");
        assertThat(client.get(path(hosts.get(0), "mongodb.gz?startDate=1800000000&endDate=1700000000"))
                        .errorCode())
                .isEqualTo("START_DATE_AFTER_END_DATE");
        assertThat(owner.get(path(hosts.get(0), "mongodb")).errorCode()).isEqualTo("INVALID_VERSION_DATE");
        assertThat(plane.reader()
                        .accepting(GZIP)
                        .get(path(hosts.get(0), "mongodb"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void listsLoginsTheNewestFirst() {
        logins();

        JsonNode all = history("clusters/first");

        assertThat(all.at("/accessLogs")).hasSize(3);
        assertThat(all.at("/accessLogs/0").propertyNames())
                .containsExactly(
                        "authResult",
                        "authSource",
                        "groupId",
                        "hostname",
                        "ipAddress",
                        "logLine",
                        "timestamp",
                        "username");
        assertThat(all.at("/accessLogs/0/hostname").asString()).isEqualTo(hosts.get(1));
        assertThat(all.at("/accessLogs/1/failureReason").asString()).isEqualTo("AuthenticationFailed: wrong");
        assertThat(all.at("/accessLogs/1/authResult").asBoolean()).isFalse();
        assertThat(all.at("/accessLogs/1/username").asString()).isEqualTo("ann");
        assertThat(all.at("/accessLogs/1/logLine").asString()).contains("Failed to authenticate");
        assertThat(history("processes/" + hosts.get(1)).at("/accessLogs")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "authResult=true, 2",
        "authResult=false, 1",
        "ipAddress=10.0.0.1, 2",
        "ipAddress=10.0.0.1&authResult=false, 0",
        "ipAddress=10.0.0.9, 0",
        "nLogs=1, 1",
        "nLogs=0, 0",
        "start=0&end=1, 0",
        "start=0&end=9999999999999, 3"
    })
    void filtersLogins(String query, int found) {
        logins();

        assertThat(history("clusters/first?" + query).at("/accessLogs")).hasSize(found);
    }

    @ParameterizedTest
    @CsvSource({
        "clusters/first?start=5, MISSING_QUERY_PARAMETER",
        "clusters/first?end=5, MISSING_QUERY_PARAMETER",
        "clusters/first?start=5&end=4, START_DATE_AFTER_END_DATE",
        "clusters/first?nLogs=20001, INVALID_QUERY_PARAMETER",
        "clusters/first?start=x&end=4, INVALID_QUERY_PARAMETER",
        "clusters/first?authResult=maybe, INVALID_QUERY_PARAMETER",
        "clusters/other, CLUSTER_NOT_FOUND",
        "processes/localhost, HOST_NOT_FOUND"
    })
    void refusesWhatIsNoHistory(String request, String code) {
        assertThat(owner.get(PROJECT + "/dbAccessHistory/" + request).errorCode())
                .isEqualTo(code);
    }

    @Test
    void keepsTheLastLinesOfEachKind() {
        for (int line = 0; line < 12_000; line++) {
            activity.happen(cluster, SomeActivity.accepted(now.minusMillis(20_000 - line), 0));
            if (line % 1000 == 999) {
                history("clusters/first");
            }
        }
        activity.happen(cluster, SomeActivity.login(now, 0, "10.0.0.1", Optional.empty()));

        List<String> lines = log(hosts.get(0), "mongodb");

        assertThat(lines).hasSizeBetween(10_000, 11_001);
        assertThat(lines.getLast()).contains("Successfully authenticated");
    }

    @Test
    void forgetsWhatBelongsToNoCluster() {
        activity.happen(new ClusterId("ffffffffffffffffffffffff"), SomeActivity.accepted(now, 0));
        logins();
        history("clusters/first");

        owner.delete(PROJECT + "/flexClusters/first");
        plane.awaitTasks();
        activity.happen(cluster, SomeActivity.accepted(now, 0));
        owner.post(
                PROJECT + "/flexClusters",
                "{'name':'first','providerSettings':{'backingProviderName':'AWS','regionName':'US_EAST_1'}}");
        plane.awaitTasks();

        assertThat(history("clusters/first").at("/accessLogs")).isEmpty();
    }

    private void logins() {
        activity.happen(cluster, SomeActivity.login(now.minusSeconds(5), 0, "10.0.0.1", Optional.empty()));
        activity.happen(
                cluster,
                SomeActivity.login(now.minusSeconds(4), 0, "10.0.0.2", Optional.of("AuthenticationFailed: wrong")));
        activity.happen(cluster, SomeActivity.login(now.minusSeconds(3), 1, "10.0.0.1", Optional.empty()));
    }

    private JsonNode history(String request) {
        return owner.get(PROJECT + "/dbAccessHistory/" + request).json();
    }

    private List<String> log(String host, String name) {
        byte[] file = owner.download(path(host, name), GZIP);
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(new ByteArrayInputStream(file)), StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(new String(file, StandardCharsets.UTF_8), e);
        }
    }

    private static String path(String host, String name) {
        return PROJECT + "/clusters/" + host + "/logs/" + (name.contains(".gz") ? name : name + ".gz");
    }
}
