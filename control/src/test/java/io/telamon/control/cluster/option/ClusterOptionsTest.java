package io.telamon.control.cluster.option;

import static io.telamon.control.TestControlPlane.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.TestClient;
import io.telamon.control.TestClient.Answer;
import io.telamon.control.TestControlPlane;
import io.telamon.control.WithControlPlane;
import io.telamon.control.rehearsal.Pace;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What belongs to a dedicated cluster: its processes, its feature version, who may see it. */
@WithControlPlane(pace = Pace.MANUAL)
class ClusterOptionsTest {

    private static final String ONE = "/groups/" + PROJECT + "/clusters/first";
    private static final String ARGS = ONE + "/processArgs";

    private TestControlPlane plane;
    private TestClient owner;

    @BeforeEach
    void start(TestControlPlane running) {
        plane = running;
        owner = plane.owner();
        owner.post(
                "/groups/" + PROJECT + "/clusters",
                "{'name':'first','mongoDBMajorVersion':'7.0','replicationSpecs':[{'regionConfigs':[{'priority':7,"
                        + "'electableSpecs':{'instanceSize':'M10','nodeCount':3},'providerName':'AWS','regionName':'US_EAST_1'}]}]}");
        release();
    }

    /** As recorded: the answer has all arguments, and the cluster is being updated. */
    @Test
    void configuresProcesses() {
        Answer answer = owner.patch(
                ARGS,
                "{'changeStreamOptionsPreAndPostImagesExpireAfterSeconds':100,'defaultMaxTimeMS':65,"
                        + "'defaultWriteConcern':'majority','noTableScan':true,'transactionLifetimeLimitSeconds':300}");
        owner.patch(ARGS, "{'noTableScan':null,'defaultMaxTimeMS':66}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(owner.get(ARGS).text())
                .isEqualTo("{\"changeStreamOptionsPreAndPostImagesExpireAfterSeconds\":100,"
                        + "\"chunkMigrationConcurrency\":null,\"customOpensslCipherConfigTls12\":[],"
                        + "\"customOpensslCipherConfigTls13\":[],\"defaultMaxTimeMS\":66,"
                        + "\"defaultWriteConcern\":\"majority\",\"javascriptEnabled\":true,"
                        + "\"minimumEnabledTlsProtocol\":\"TLS1_2\",\"noTableScan\":true,"
                        + "\"oplogMinRetentionHours\":null,\"oplogSizeMB\":null,\"queryStatsLogVerbosity\":1,"
                        + "\"sampleRefreshIntervalBIConnector\":null,\"sampleSizeBIConnector\":null,"
                        + "\"tlsCipherConfigMode\":\"DEFAULT\",\"transactionLifetimeLimitSeconds\":300}");
        assertThat(state()).isEqualTo("UPDATING");
        assertThat(types()).startsWith("CLUSTER_PROCESS_ARGS_UPDATE_SUBMITTED");
        release();
        assertThat(state()).isEqualTo("IDLE");
    }

    @Test
    void hasTwoArgumentsMoreInTheVersionOfJanuary2023() {
        TestClient old = owner.accepting("application/vnd.atlas.2023-01-01+json");

        assertThat(owner.patch(ARGS, "{'defaultReadConcern':'local'}").errorCode())
                .isEqualTo("INVALID_ATTRIBUTE");
        JsonNode args = old.patch(ARGS, "{'defaultReadConcern':'local','failIndexKeyTooLong':false}")
                .json();

        assertThat(args.at("/defaultReadConcern").asString()).isEqualTo("local");
        assertThat(args.at("/failIndexKeyTooLong").asBoolean(true)).isFalse();
        assertThat(args.at("/queryStatsLogVerbosity").isNull()).isTrue();
    }

    /** As recorded: encryption of connections is shown in both places. */
    @Test
    void sharesTheEncryptionOfConnectionsWithTheCluster() {
        owner.patch(ARGS, "{'minimumEnabledTlsProtocol':'TLS1_3'}");
        owner.patch(
                ONE,
                "{'advancedConfiguration':{'tlsCipherConfigMode':'CUSTOM',"
                        + "'customOpensslCipherConfigTls12':['TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384']}}");

        assertThat(owner.get(ONE)
                        .json()
                        .at("/advancedConfiguration/minimumEnabledTlsProtocol")
                        .asString())
                .isEqualTo("TLS1_3");
        assertThat(owner.get(ARGS)
                        .json()
                        .at("/customOpensslCipherConfigTls12/0")
                        .asString())
                .isEqualTo("TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'oplogSizeMB':0} | OPLOG_SIZE_MB_LESS_THAN_EQUAL_ZERO",
                "{'oplogSizeMB':989} | OPLOG_SIZE_MB_LESS_THAN_990",
                "{'oplogSizeMB':10241} | OPLOG_SIZE_MB_TOO_BIG",
                "{'sampleSizeBIConnector':-1} | INVALID_SAMPLE_SIZE_BI_CONNECTOR",
                "{'sampleRefreshIntervalBIConnector':-1} | INVALID_SAMPLE_REFRESH_INTERVAL_BI_CONNECTOR",
                "{'transactionLifetimeLimitSeconds':0} | INVALID_ATTRIBUTE",
                "{'queryStatsLogVerbosity':2} | INVALID_ATTRIBUTE",
                "{'tlsCipherConfigMode':'CUSTOM','customOpensslCipherConfigTls13':['ROT13']} | INVALID_ENUM_VALUE",
                "{'customOpensslCipherConfigTls13':['TLS_AES_256_GCM_SHA384']} | INVALID_ATTRIBUTE",
            })
    void refusesProcessesThatCannotBe(String body, String code) {
        assertThat(owner.patch(ARGS, body).errorCode()).isEqualTo(code);
        assertThat(state()).isEqualTo("IDLE");
    }

    /** An upgrade can be taken back while the feature version is kept. */
    @Test
    void keepsItsFeatureVersionUntilItIsUnpinned() {
        Instant end = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(3));
        Answer pinned = owner.post(ONE + ":pinFeatureCompatibilityVersion", "{'expirationDate':'" + end + "'}");
        owner.patch(ONE, "{'mongoDBMajorVersion':'8.0'}");
        JsonNode upgraded = owner.get(ONE).json();

        assertThat(pinned.status()).isEqualTo(204);
        assertThat(upgraded.at("/mongoDBMajorVersion").asString()).isEqualTo("8.0");
        assertThat(upgraded.at("/featureCompatibilityVersion").asString()).isEqualTo("7.0");
        assertThat(upgraded.at("/featureCompatibilityVersionExpirationDate").asString())
                .isEqualTo(end.toString());
        assertThat(owner.patch(ONE, "{'mongoDBMajorVersion':'7.0'}").status()).isEqualTo(200);
        owner.patch(ONE, "{'mongoDBMajorVersion':'8.0'}");
        assertThat(owner.post(ONE + ":unpinFeatureCompatibilityVersion", "").status())
                .isEqualTo(204);
        JsonNode unpinned = owner.get(ONE).json();
        assertThat(unpinned.at("/featureCompatibilityVersion").asString()).isEqualTo("8.0");
        assertThat(unpinned.has("featureCompatibilityVersionExpirationDate")).isFalse();
        assertThat(owner.patch(ONE, "{'mongoDBMajorVersion':'7.0'}").errorCode())
                .isEqualTo("CLUSTER_UPGRADE_INVALID");
        assertThat(types()).contains("CLUSTER_FCV_FIXED", "CLUSTER_FCV_UNFIXED");
    }

    @Test
    void isPinnedForFourWeeksAtMost() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

        assertThat(owner.post(ONE + ":pinFeatureCompatibilityVersion", "").status())
                .isEqualTo(204);
        assertThat(Instant.parse(owner.get(ONE)
                        .json()
                        .at("/featureCompatibilityVersionExpirationDate")
                        .asString()))
                .isBetween(
                        now.plus(Duration.ofDays(28)),
                        now.plus(Duration.ofDays(28)).plusSeconds(60));
        assertThat(owner.post(
                                ONE + ":pinFeatureCompatibilityVersion",
                                "{'expirationDate':'" + now.plus(Duration.ofDays(29)) + "'}")
                        .errorCode())
                .isEqualTo("INVALID_ATTRIBUTE");
        assertThat(owner.post(
                                ONE + ":pinFeatureCompatibilityVersion",
                                "{'expirationDate':'" + now.plus(Duration.ofDays(2)) + "'}")
                        .status())
                .isEqualTo(204);
        assertThat(types()).startsWith("CLUSTER_FCV_EXPIRATION_DATE_UPDATED", "CLUSTER_FCV_FIXED");
    }

    @Test
    void letsEmployeesSeeItUntilTheTimeIsOver() throws InterruptedException {
        Instant soon =
                Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        Answer granted = owner.post(
                ONE + ":grantMongoDBEmployeeAccess",
                "{'expirationTime':'" + soon + "','grantType':'CLUSTER_DATABASE_LOGS'}");
        JsonNode shown = owner.get(ONE).json().at("/mongoDBEmployeeAccessGrant");

        assertThat(granted.status()).isEqualTo(204);
        assertThat(shown.toString())
                .isEqualTo("{\"expirationTime\":\"" + soon + "\",\"grantType\":\"CLUSTER_DATABASE_LOGS\"}");
        for (int i = 0; i < 100 && owner.get(ONE).json().has("mongoDBEmployeeAccessGrant"); i++) {
            Thread.sleep(100);
        }
        assertThat(owner.get(ONE).json().has("mongoDBEmployeeAccessGrant")).isFalse();
        assertThat(types()).startsWith("EMPLOYEE_ACCESS_REVOKED", "EMPLOYEE_ACCESS_GRANTED");
    }

    @Test
    void takesWhatEmployeesMaySeeBack() {
        String soon = Instant.now().plusSeconds(600).toString();
        owner.post(
                ONE + ":grantMongoDBEmployeeAccess",
                "{'expirationTime':'" + soon + "','grantType':'CLUSTER_INFRASTRUCTURE'}");

        assertThat(owner.post(ONE + ":revokeMongoDBEmployeeAccess", "").status())
                .isEqualTo(204);
        assertThat(owner.get(ONE).json().has("mongoDBEmployeeAccessGrant")).isFalse();
        assertThat(owner.post(ONE + ":grantMongoDBEmployeeAccess", "{'grantType':'CLUSTER_INFRASTRUCTURE'}")
                        .errorCode())
                .isEqualTo("MISSING_ATTRIBUTE");
        assertThat(owner.post(
                                ONE + ":grantMongoDBEmployeeAccess",
                                "{'expirationTime':'2020-01-01T00:00:00Z','grantType':'CLUSTER_INFRASTRUCTURE'}")
                        .errorCode())
                .isEqualTo("INVALID_ATTRIBUTE");
    }

    private String state() {
        return owner.get(ONE).json().at("/stateName").asString();
    }

    private void release() {
        owner.post("/telamon/v1/transitions:release", "{}");
        plane.awaitTasks();
    }

    private List<String> types() {
        return owner.get("/groups/" + PROJECT + "/events")
                .json()
                .at("/results")
                .valueStream()
                .map(event -> event.at("/eventTypeName").asString())
                .toList();
    }
}
