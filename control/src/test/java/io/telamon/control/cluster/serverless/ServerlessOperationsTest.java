package io.telamon.control.cluster.serverless;

import static io.telamon.control.TestControlPlane.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.TestClient;
import io.telamon.control.TestClient.Answer;
import io.telamon.control.TestControlPlane;
import io.telamon.control.WithControlPlane;
import io.telamon.control.rehearsal.Pace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithControlPlane(pace = Pace.INSTANT)
class ServerlessOperationsTest {

    private static final String ALL = "/groups/" + PROJECT + "/serverless";
    private static final String FLEX = "/groups/" + PROJECT + "/flexClusters";

    private TestClient owner;

    @BeforeEach
    void start(TestControlPlane plane) {
        owner = plane.owner();
    }

    @Test
    void makesAFlexClusterThatBothApisShowAtTheStageFlex() {
        Answer created = owner.post(
                ALL, instance("shim", ",'serverlessBackupOptions':{'serverlessContinuousBackupEnabled':true}"));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Deprecation")).isEqualTo("Wed, 10 Dec 2025 00:00:00 GMT");
        assertThat(created.header("Sunset")).isEqualTo("Thu, 15 Jan 2026 00:00:00 GMT");
        assertThat(created.json().propertyNames())
                .containsExactly(
                        "connectionStrings",
                        "createDate",
                        "groupId",
                        "id",
                        "links",
                        "mongoDBVersion",
                        "name",
                        "providerSettings",
                        "serverlessBackupOptions",
                        "stateName",
                        "tags",
                        "terminationProtectionEnabled");
        assertThat(created.json().at("/providerSettings").propertyNames())
                .containsExactly(
                        "backingProviderName",
                        "effectiveDiskSizeGBLimit",
                        "effectiveInstanceSizeName",
                        "effectiveProviderName",
                        "nextBackupDate",
                        "providerName",
                        "regionName",
                        "tenantBackupEnabled");
        assertThat(created.json()
                        .at("/serverlessBackupOptions/serverlessContinuousBackupEnabled")
                        .asBoolean())
                .isFalse();
        assertThat(owner.get(FLEX + "/shim").json().at("/versionReleaseSystem").asString())
                .isEqualTo("CONTINUOUS");
        assertThat(owner.get(ALL).json().at("/totalCount").asInt()).isEqualTo(1);
    }

    @Test
    void answersADeletionWithAnEmptyObject() {
        owner.post(ALL, instance("shim", ""));

        Answer deleted = owner.delete(ALL + "/shim");

        assertThat(deleted.status()).isEqualTo(202);
        assertThat(deleted.text()).isEqualTo("{}");
        assertThat(owner.get(ALL + "/shim").errorCode()).isEqualTo("SERVERLESS_INSTANCE_NOT_FOUND");
        assertThat(owner.get(FLEX + "/shim").errorCode()).isEqualTo("CLUSTER_NOT_FOUND");
    }

    @Test
    void makesGenuineInstancesAtTheStageServerlessAndLetsThemBeMigrated() {
        owner.put("/telamon/v1/calendar", "{'calendar':'serverless'}");
        Answer created = owner.post(ALL, instance("genuine", ""));

        assertThat(created.header("Sunset")).isEmpty();
        assertThat(created.json().at("/providerSettings").propertyNames())
                .containsExactly("backingProviderName", "providerName", "regionName");
        assertThat(created.json()
                        .at("/serverlessBackupOptions/serverlessContinuousBackupEnabled")
                        .asBoolean())
                .isTrue();
        assertThat(owner.get(FLEX + "/genuine").errorCode()).isEqualTo("CANNOT_USE_NON_FLEX_CLUSTER_IN_FLEX_API");

        owner.put("/telamon/v1/calendar", "{'calendar':'flex'}");
        assertThat(owner.get(ALL + "/genuine").json().at("/providerSettings").propertyNames())
                .doesNotContain("effectiveProviderName");
        Answer migration = owner.post("/telamon/v1/calendar/migrations", "{}");

        assertThat(migration.json().at("/migratedInstances").asInt()).isEqualTo(1);
        Answer flex = owner.get(FLEX + "/genuine");
        assertThat(flex.json().at("/id")).isEqualTo(created.json().at("/id"));
        assertThat(flex.json().at("/connectionStrings/standardSrv"))
                .isEqualTo(created.json().at("/connectionStrings/standardSrv"));
    }

    @Test
    void isGoneAtTheSunsetButForEmptyLists() {
        owner.post(ALL, instance("late", ""));
        owner.put("/telamon/v1/calendar", "{'calendar':'sunset'}");

        Answer creation = owner.post(ALL, instance("later", ""));

        assertThat(creation.status()).isEqualTo(410);
        assertThat(creation.errorCode()).isEqualTo("VERSION_GONE");
        assertThat(creation.json().at("/parameters").size()).isEqualTo(2);
        assertThat(owner.get(ALL).json().at("/totalCount").asInt()).isZero();
        assertThat(owner.get(ALL + "/late").status()).isEqualTo(404);
        owner.put("/telamon/v1/calendar", "{'calendar':'2027-01-15'}");
        assertThat(owner.get(ALL).status()).isEqualTo(410);
    }

    @Test
    void keepsWhatItIsToldAboutIndexes() {
        owner.post(ALL, instance("shim", ""));
        String path = ALL + "/shim/performanceAdvisor/autoIndexing";

        assertThat(owner.get(path).text()).isEqualTo("true");
        assertThat(owner.post(path + "?enable=false", "").text()).isEqualTo("false");
        assertThat(owner.get(path).text()).isEqualTo("false");
        assertThat(owner.post(path, "").status()).isEqualTo(400);
    }

    @Test
    void doesNotShowFlexClustersMadeElsewhere() {
        owner.post(FLEX, "{'name':'flex','providerSettings':{'backingProviderName':'AWS','regionName':'US_EAST_1'}}");

        assertThat(owner.get(ALL).json().at("/totalCount").asInt()).isZero();
        assertThat(owner.get(ALL + "/flex").errorCode()).isEqualTo("CANNOT_USE_CLUSTER_IN_SERVERLESS_INSTANCE_API");
    }

    @Test
    void refusesARegionThatTheProviderDoesNotHave() {
        Answer unknown = owner.post(ALL, instance("shim", "").replace("US_EAST_1", "NOWHERE"));
        Answer ofAnotherProvider = owner.post(ALL, instance("shim", "").replace("US_EAST_1", "EUROPE_NORTH"));

        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.errorCode()).isEqualTo("INVALID_REGION");
        assertThat(unknown.json().at("/parameters").toString()).isEqualTo("[\"NOWHERE\",\"AWS\"]");
        assertThat(ofAnotherProvider.errorCode()).isEqualTo("INVALID_REGION");
        assertThat(owner.get(ALL).json().at("/totalCount").asInt()).isZero();
    }

    private static String instance(String name, String more) {
        return "{'name':'" + name + "','providerSettings':{'backingProviderName':'AWS','providerName':'SERVERLESS',"
                + "'regionName':'US_EAST_1'}" + more + "}";
    }
}
