package io.telamon.control.peering;

import static io.telamon.control.TestControlPlane.ORGANIZATION;
import static io.telamon.control.TestControlPlane.PROJECT;
import static java.util.Objects.requireNonNullElse;
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

@WithControlPlane(pace = Pace.MANUAL)
class PeerTest {

    private static final String GROUP = "/groups/" + PROJECT;
    private static final String PEERS = GROUP + "/peers";
    private static final String AWS = "'accepterRegionName':'us-east-1','awsAccountId':'123456789012',"
            + "'routeTableCidrBlock':'10.20.0.0/16','vpcId':'vpc-0123456789abcdef0'";
    private static final String AZURE = "'azureDirectoryId':'01234567-89ab-cdef-0123-456789abcdef',"
            + "'azureSubscriptionId':'01234567-89ab-cdef-0123-456789abcdef','resourceGroupName':'net','vnetName':'mine'";
    private static final String GOOGLE = "'gcpProjectId':'my-project','networkName':'default'";

    private TestControlPlane plane;
    private TestClient owner;

    @BeforeEach
    void start(TestControlPlane running) {
        plane = running;
        owner = plane.owner();
    }

    @Test
    void goesThroughTheStatesOfAws() {
        String container = container("'regionName':'US_EAST_1'");
        Answer created = peer(container, AWS);
        String id = created.json().at("/id").asString();

        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.text())
                .isEqualTo("{\"accepterRegionName\":null,\"awsAccountId\":\"123456789012\",\"connectionId\":null,"
                        + "\"containerId\":\"" + container + "\",\"errorStateName\":null,\"id\":\"" + id
                        + "\",\"providerName\":\"AWS\",\"routeTableCidrBlock\":\"10.20.0.0/16\","
                        + "\"statusName\":\"INITIATING\",\"vpcId\":\"vpc-0123456789abcdef0\"}");
        assertThat(owner.get(GROUP + "/containers/" + container)
                        .json()
                        .at("/provisioned")
                        .asBoolean())
                .isTrue();
        release();
        JsonNode waiting = owner.get(PEERS + "/" + id).json();
        assertThat(waiting.at("/statusName").asString()).isEqualTo("PENDING_ACCEPTANCE");
        assertThat(waiting.at("/connectionId").asString()).matches("pcx-[0-9a-f]{17}");
        release();
        assertThat(owner.get(PEERS).json().at("/results/0/statusName").asString())
                .isEqualTo("AVAILABLE");

        assertThat(owner.delete(PEERS + "/" + id).text()).isEqualTo("{}");
        assertThat(owner.get(PEERS + "/" + id).json().at("/statusName").asString())
                .isEqualTo("TERMINATING");
        assertThat(owner.delete(PEERS + "/" + id).errorCode()).isEqualTo("PEER_ALREADY_REQUESTED_DELETION");
        assertThat(update(id, container, AWS).errorCode()).isEqualTo("PEER_INVALID_STATE");
        release();
        assertThat(owner.get(PEERS + "/" + id).errorCode()).isEqualTo("PEER_NOT_FOUND");
        assertThat(owner.delete(GROUP + "/containers/" + container).status()).isEqualTo(204);
        assertThat(events()).contains("PEER_CREATED", "PEER_DELETED", "CONTAINER_DELETED");
    }

    @Test
    void goesThroughTheStatesOfAzureAndGoogleCloud() {
        String azure = container("'providerName':'AZURE','region':'US_EAST_2','atlasCidrBlock':'10.8.0.0/21'");
        String google = container("'providerName':'GCP','atlasCidrBlock':'10.8.0.0/18'");
        Answer onAzure = peer(azure, AZURE);
        Answer onGoogle = peer(google, GOOGLE);

        assertThat(onAzure.json().at("/status").asString()).as(onAzure.text()).isEqualTo("ADDING_PEER");
        assertThat(onGoogle.text())
                .isEqualTo("{\"containerId\":\"" + google + "\",\"errorMessage\":null,\"gcpProjectId\":\"my-project\","
                        + "\"id\":\"" + onGoogle.json().at("/id").asString()
                        + "\",\"networkName\":\"default\",\"providerName\":\"GCP\",\"status\":\"ADDING_PEER\"}");
        release();
        assertThat(first("AZURE").at("/status").asString()).isEqualTo("AVAILABLE");
        assertThat(first("AZURE").propertyNames())
                .containsExactly(
                        "azureDirectoryId",
                        "azureSubscriptionId",
                        "containerId",
                        "errorState",
                        "id",
                        "providerName",
                        "resourceGroupName",
                        "status",
                        "vnetName");
        assertThat(first("GCP").at("/status").asString()).isEqualTo("WAITING_FOR_USER");
        release();
        assertThat(first("GCP").at("/status").asString()).isEqualTo("AVAILABLE");
        owner.delete(PEERS + "/" + first("GCP").at("/id").asString());
        assertThat(first("GCP").at("/status").asString()).isEqualTo("DELETING");
        assertThat(events()).contains("AZURE_PEER_CREATED", "AZURE_PEER_ACTIVE", "GCP_PEER_ACTIVE", "GCP_PEER_DELETED");
    }

    @Test
    void isSetUpAnewForAnotherNetworkOnly() {
        String container = container("'regionName':'US_EAST_1'");
        String id = peer(container, AWS).json().at("/id").asString();
        release();
        release();

        JsonNode routed =
                update(id, container, "'routeTableCidrBlock':'10.30.0.0/16'").json();
        assertThat(routed.at("/routeTableCidrBlock").asString()).isEqualTo("10.30.0.0/16");
        assertThat(routed.at("/statusName").asString()).isEqualTo("AVAILABLE");
        JsonNode moved = update(id, container, "'vpcId':'vpc-0123456789abcdef1','accepterRegionName':'US_WEST_2'")
                .json();
        assertThat(moved.at("/statusName").asString()).isEqualTo("INITIATING");
        assertThat(moved.at("/accepterRegionName").asString()).isEqualTo("us-west-2");
        assertThat(events()).contains("PEER_UPDATED");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    'vpcId':'vpc-0123456789abcdef0',         |                                         | 400 | MISSING_ATTRIBUTE
                    '123456789012'                           | '1'                                     | 400 | VALIDATION_ERROR
                    'vpc-0123456789abcdef0'                  | 'mine'                                  | 400 | VALIDATION_ERROR
                    10.20.0.0/16                             | 10.20.0.0                               | 400 | INVALID_ROUTE_TABLE_CIDR
                    10.20.0.0/16                             | 192.168.0.0/16                          | 409 | OVERLAPPING_CIDR_BLOCK
                    10.20.0.0/16                             | 10.40.1.0/24                            | 409 | OVERLAPPING_CIDR_BLOCK
                    us-east-1                                | nowhere                                 | 400 | INVALID_REGION
                    abcdef0                                  | abcdef9                                 | 409 | PEER_ALREADY_EXISTS
                    'vpcId'                                  | 'providerName':'GCP','vpcId'            | 400 | INVALID_ATTRIBUTE
                    """)
    void refusesWhatCannotBe(String part, String other, int status, String code) {
        String container = container("'regionName':'US_EAST_1'");
        peer(container, AWS.replace("10.20.", "10.40.").replace("abcdef0", "abcdef9"));
        String body = "'vpcId':'vpc-0123456789abcdef0'," + AWS.replace(",'vpcId':'vpc-0123456789abcdef0'", "");

        Answer refused = peer(container, body.replace(part, requireNonNullElse(other, "")));

        assertThat(refused.errorCode()).as(refused.text()).isEqualTo(code);
        assertThat(refused.status()).isEqualTo(status);
    }

    @Test
    void isNotFoundUnderAnotherId() {
        assertThat(owner.get(PEERS + "/mine").errorCode()).isEqualTo("INVALID_PEER_ID");
        assertThat(owner.get(PEERS + "/" + PROJECT).errorCode()).isEqualTo("PEER_NOT_FOUND");
        assertThat(peer(PROJECT, AWS).errorCode()).isEqualTo("CLOUD_PROVIDER_CONTAINER_NOT_FOUND");
    }

    @Test
    void hasNoMoreThanTwentyFiveThatArePending() {
        String container = container("'regionName':'US_EAST_1'");
        for (int i = 10; i < 35; i++) {
            assertThat(peer(container, numbered(i)).status()).isEqualTo(201);
        }

        assertThat(peer(container, numbered(99)).errorCode()).isEqualTo("PEER_MAXIMUM_REACHED");
    }

    @Test
    void keepsItsProjectFromBeingDeleted() {
        String project = owner.post("/groups", "{'name':'peered','orgId':'" + ORGANIZATION + "'}")
                .json()
                .at("/id")
                .asString();
        String container = owner.post("/groups/" + project + "/containers", "{'regionName':'US_EAST_1'}")
                .json()
                .at("/id")
                .asString();
        owner.post("/groups/" + project + "/peers", "{'containerId':'" + container + "'," + AWS + "}");

        assertThat(owner.delete("/groups/" + project).errorCode())
                .isEqualTo("CANNOT_CLOSE_GROUP_ACTIVE_PEERING_CONNECTIONS");
    }

    @Test
    void switchesCustomDnsAsRecorded() {
        String dns = GROUP + "/awsCustomDNS";

        assertThat(owner.get(dns).text()).isEqualTo("{\"enabled\":false}");
        Answer enabled = owner.patch(dns, "{'enabled':true}");
        assertThat(enabled.status()).isEqualTo(202);
        assertThat(enabled.text()).isEqualTo("{\"enabled\":true}");
        assertThat(owner.get(dns).text()).isEqualTo("{\"enabled\":true}");
        assertThat(owner.patch(dns, "{}").errorCode()).isEqualTo("MISSING_ATTRIBUTE");
    }

    @Test
    void isNeverInPrivateIpMode() {
        String mode = GROUP + "/privateIpMode";

        assertThat(owner.get(mode).text()).isEqualTo("{\"enabled\":false}");
        assertThat(owner.patch(mode, "{'enabled':false}").text()).isEqualTo("{\"enabled\":false}");
        assertThat(owner.patch(mode, "{'enabled':true}").errorCode()).isEqualTo("CANNOT_UPDATE_PRIVATE_IP_MODE");
    }

    private static String numbered(int number) {
        return AWS.replace("10.20.", "10." + number + ".").replace("abcdef0", "abcde" + number);
    }

    private String container(String attributes) {
        return owner.post(GROUP + "/containers", "{" + attributes + "}")
                .json()
                .at("/id")
                .asString();
    }

    private Answer peer(String container, String attributes) {
        return owner.post(PEERS, "{'containerId':'" + container + "'," + attributes + "}");
    }

    private Answer update(String id, String container, String attributes) {
        return owner.patch(PEERS + "/" + id, "{'containerId':'" + container + "'," + attributes + "}");
    }

    private JsonNode first(String provider) {
        return owner.get(PEERS + "?providerName=" + provider).json().at("/results/0");
    }

    private List<String> events() {
        return owner.get(GROUP + "/events").json().at("/results").findValuesAsString("eventTypeName");
    }

    private void release() {
        owner.post("/telamon/v1/transitions:release", "{}");
        plane.awaitTasks();
    }
}
