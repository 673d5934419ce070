package io.telamon.control.project;

import static io.telamon.control.TestControlPlane.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.TestClient;
import io.telamon.control.TestClient.Answer;
import io.telamon.control.TestControlPlane;
import io.telamon.control.WithControlPlane;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithControlPlane
class ProjectSettingsOperationsTest {

    private static final String ONE = "/groups/" + PROJECT;
    private static final String SETTINGS = ONE + "/settings";
    private static final String LIMITS = ONE + "/limits";
    private static final String CLUSTERS = LIMITS + "/atlas.project.deployment.clusters";

    private TestControlPlane plane;
    private TestClient owner;

    @BeforeEach
    void start(TestControlPlane running) {
        plane = running;
        owner = plane.owner();
    }

    @Test
    void showsTheSettingsOfANewProjectAsRecorded() {
        Answer answer = owner.get(SETTINGS);

        assertThat(answer.header("Location")).isEqualTo(owner.origin() + "//api/atlas/v1.0");
        assertThat(answer.text()).isEqualTo(settings(true, true));
    }

    @Test
    void changesTheSettingsThatAreNamedAndKeepsTheOthers() {
        owner.patch(SETTINGS, "{'isCollectDatabaseSpecificsStatisticsEnabled':false}");
        Answer answer = owner.patch(SETTINGS, "{'isSchemaAdvisorEnabled':false}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Location")).isEqualTo(owner.origin() + "//api/atlas/v1.0");
        assertThat(answer.text()).isEqualTo(settings(false, false));
        assertThat(owner.get(SETTINGS).text()).isEqualTo(settings(false, false));
    }

    @Test
    void losesNoneOfManyChangesAtOnce() {
        List<String> names = List.of(
                "isAtlasHomePageAiAssistantEnabled",
                "isClusterAiAssistantEnabled",
                "isCollectDatabaseSpecificsStatisticsEnabled",
                "isDataExplorerEnabled",
                "isDataExplorerGenAIFeaturesEnabled",
                "isDataValidationEnabled",
                "isPerformanceAdvisorEnabled",
                "isRealtimePerformancePanelEnabled",
                "isSchemaAdvisorEnabled");

        TestControlPlane.atOnce(
                names.size(),
                i -> owner.patch(SETTINGS, "{'" + names.get(i) + "':false}").status());

        assertThat(owner.get(SETTINGS).text()).doesNotContain("true");
    }

    @Test
    void refusesSettingsThatAreNone() {
        assertThat(owner.patch(SETTINGS, "{'isSchemaAdvisorEnabled':'no'}").errorCode())
                .isEqualTo("INVALID_JSON_ATTRIBUTE");
        assertThat(owner.patch(SETTINGS, "{'isFast':true}").errorCode()).isEqualTo("INVALID_ATTRIBUTE");
        assertThat(plane.reader().patch(SETTINGS, "{}").errorCode()).isEqualTo("USER_UNAUTHORIZED");
    }

    @Test
    void answersABareBooleanAboutSlowOperations() {
        assertThat(owner.get(ONE + "/managedSlowMs").text()).isEqualTo("true");
        assertThat(owner.delete(ONE + "/managedSlowMs/disable").status()).isEqualTo(204);
        assertThat(owner.get(ONE + "/managedSlowMs").text()).isEqualTo("false");
        assertThat(owner.post(ONE + "/managedSlowMs/enable", "").status()).isEqualTo(204);
        assertThat(owner.get(ONE + "/managedSlowMs").text()).isEqualTo("true");
    }

    @Test
    void listsNoAddresses() {
        assertThat(owner.get(ONE + "/ipAddresses").text())
                .isEqualTo(("{'groupId':'" + PROJECT + "','services':{'clusters':[]}}").replace('\'', '"'));
    }

    @Test
    void listsTheLimitsAsABareArrayWithTheirDefaults() {
        Answer answer = owner.get(LIMITS);

        assertThat(answer.json().isArray()).isTrue();
        assertThat(answer.json().get(0).toString())
                .isEqualTo(("{'currentUsage':0,'defaultLimit':25,'maximumLimit':100,"
                                + "'name':'atlas.project.deployment.clusters','value':25}")
                        .replace('\'', '"'));
        assertThat(answer.text()).doesNotContain("dataFederation");
    }

    @Test
    void setsALimitAndForgetsItAgain() {
        Answer set = owner.patch(CLUSTERS, "{'name':'atlas.project.deployment.clusters','value':40}");

        assertThat(set.status()).isEqualTo(200);
        assertThat(set.json().path("value").asInt()).isEqualTo(40);
        assertThat(owner.get(CLUSTERS).text()).isEqualTo(set.text());
        assertThat(owner.delete(CLUSTERS).status()).isEqualTo(204);
        assertThat(owner.get(CLUSTERS).json().path("value").asInt()).isEqualTo(25);
    }

    @Test
    void showsHowMuchOfALimitIsUsed() {
        owner.post(
                ONE + "/databaseUsers",
                "{'databaseName':'admin','username':'ann','password':'correct-horse',"
                        + "'roles':[{'roleName':'read','databaseName':'shop'}]}");
        owner.post(
                ONE + "/customDBRoles/roles",
                "{'roleName':'clerk','inheritedRoles':[{'db':'admin','role':'readAnyDatabase'}]}");
        owner.post(ONE + "/accessList", "[{'ipAddress':'192.0.2.1'},{'ipAddress':'192.0.2.2'}]");

        assertThat(usage("databaseAccess.users")).isEqualTo(1);
        assertThat(usage("databaseAccess.customRoles")).isEqualTo(1);
        assertThat(usage("networkAccess.entries")).isEqualTo(2);
    }

    private int usage(String limit) {
        return owner.get(LIMITS + "/atlas.project.security." + limit)
                .json()
                .at("/currentUsage")
                .asInt();
    }

    @Test
    void knowsALimitWithoutDefaultOnlyWhileItIsSet() {
        String limit = LIMITS + "/dataFederation.bytesProcessed.daily";

        assertThat(owner.get(limit).status()).isEqualTo(404);
        assertThat(owner.patch(limit, "{'value':9000000000}").text())
                .isEqualTo("{'currentUsage':0,'name':'dataFederation.bytesProcessed.daily','value':9000000000}"
                        .replace('\'', '"'));
        assertThat(owner.get(LIMITS).text()).contains("dataFederation.bytesProcessed.daily");
        owner.delete(limit);
        assertThat(owner.get(limit).status()).isEqualTo(404);
    }

    @Test
    void refusesLimitsOutOfBoundsAndOfOtherNames() {
        assertThat(owner.patch(CLUSTERS, "{'value':101}").errorCode()).isEqualTo("VALIDATION_ERROR");
        assertThat(owner.patch(CLUSTERS, "{'value':0}").errorCode()).isEqualTo("VALIDATION_ERROR");
        assertThat(owner.patch(CLUSTERS, "{}").errorCode()).isEqualTo("MISSING_ATTRIBUTE");
        assertThat(owner.get(LIMITS + "/size").errorCode()).isEqualTo("RESOURCE_NOT_FOUND");
        Answer unknown = owner.patch(LIMITS + "/incorrect.name", "{'value':1}");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.json().at("/reason").asString()).isEqualTo("Not Found");
    }

    private static String settings(boolean statistics, boolean schemaAdvisor) {
        return ("{'isAtlasHomePageAiAssistantEnabled':true,'isClusterAiAssistantEnabled':true,"
                        + "'isCollectDatabaseSpecificsStatisticsEnabled':" + statistics
                        + ",'isDataExplorerEnabled':true,'isDataExplorerGenAIFeaturesEnabled':true,"
                        + "'isDataExplorerGenAISampleDocumentPassingEnabled':false,'isDataValidationEnabled':true,"
                        + "'isExtendedStorageSizesEnabled':false,'isNativeRerankingEnabled':false,"
                        + "'isPerformanceAdvisorEnabled':true,'isRealtimePerformancePanelEnabled':true,"
                        + "'isSchemaAdvisorEnabled':" + schemaAdvisor + "}")
                .replace('\'', '"');
    }
}
