package io.telamon.control.privatelink;

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

@WithControlPlane(pace = Pace.MANUAL)
class PrivateLinkTest {

    private static final String LINKS = "/groups/" + PROJECT + "/privateEndpoint";
    private static final String CREATE = LINKS + "/endpointService";
    private static final String MODE = LINKS + "/regionalMode";
    private static final String END = "vpce-0123456789abcdef0";
    private static final String OTHER_END = "vpce-0123456789abcdef1";
    private static final String AZURE_END = "/subscriptions/01234567-89ab-cdef-0123-456789abcdef/resourceGroups/net"
            + "/providers/Microsoft.Network/privateEndpoints/mine";

    private TestControlPlane plane;
    private TestClient owner;

    @BeforeEach
    void start(TestControlPlane running) {
        plane = running;
        owner = plane.owner();
    }

    @Test
    void showsAServiceOnAwsAsRecorded() {
        Answer created = owner.post(CREATE, "{'providerName':'AWS','region':'eu-west-1'}");
        String id = created.json().at("/id").asString();

        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.text())
                .isEqualTo(
                        "{\"cloudProvider\":\"AWS\",\"endpointServiceName\":null,\"errorMessage\":null,\"id\":\"" + id
                                + "\",\"interfaceEndpoints\":[],\"regionName\":\"EU_WEST_1\",\"status\":\"INITIATING\","
                                + "\"supportedRemoteRegions\":null}");

        release();
        JsonNode available = owner.get(service("AWS", id)).json();
        assertThat(available.at("/status").asString()).isEqualTo("AVAILABLE");
        assertThat(available.at("/endpointServiceName").asString())
                .matches("com\\.amazonaws\\.vpce\\.eu-west-1\\.vpce-svc-[0-9a-f]{17}");
        assertThat(owner.get(LINKS + "/AWS/endpointService").json().at("/0")).isEqualTo(available);
        assertThat(owner.get(LINKS + "/AZURE/endpointService").text()).isEqualTo("[]");

        Answer deleted = owner.delete(service("AWS", id));
        assertThat(deleted.status()).isEqualTo(202);
        assertThat(deleted.text()).isEqualTo("{}");
        assertThat(status(service("AWS", id))).isEqualTo("DELETING");
        assertThat(owner.delete(service("AWS", id)).status()).isEqualTo(202);
        release();
        assertThat(owner.get(service("AWS", id)).errorCode()).isEqualTo("PRIVATE_ENDPOINT_SERVICE_NOT_FOUND");
        assertThat(owner.get(LINKS + "/AWS/endpointService").text()).isEqualTo("[]");
    }

    @Test
    void namesAServiceOnAzureAsRecorded() {
        String id = available("AZURE", "US_EAST_2", "");

        JsonNode service = owner.get(service("AZURE", id)).json();
        assertThat(service.propertyNames())
                .containsExactly(
                        "cloudProvider",
                        "errorMessage",
                        "id",
                        "privateEndpoints",
                        "privateLinkServiceName",
                        "privateLinkServiceResourceId",
                        "regionName",
                        "status");
        assertThat(service.at("/privateLinkServiceName").asString()).isEqualTo("pls_" + id);
        assertThat(service.at("/privateLinkServiceResourceId").asString())
                .matches("/subscriptions/[0-9a-f-]{36}/resourceGroups/rg_[0-9a-f]{24}_[a-z0-9]{8}"
                        + "/providers/Microsoft.Network/privateLinkServices/pls_" + id);
    }

    @Test
    void attachesAsManyServicesOnGoogleCloudAsTheLimitSays() {
        owner.patch(
                "/groups/" + PROJECT + "/limits/atlas.project.deployment.privateServiceConnectionsPerRegionGroup",
                "{'value':3}");
        String id = available("GCP", "CENTRAL_US", "");
        String mapped = available("GCP", "WESTERN_EUROPE", ",'portMappingEnabled':true");

        JsonNode service = owner.get(service("GCP", id)).json();
        assertThat(service.at("/serviceAttachmentNames")).hasSize(3);
        assertThat(service.at("/serviceAttachmentNames/2").asString())
                .matches("projects/p-[a-z0-9]{24}/regions/us-central1/serviceAttachments/sa-us-central1-" + PROJECT
                        + "-2");
        assertThat(owner.get(service("GCP", mapped)).json().at("/serviceAttachmentNames"))
                .hasSize(1);
    }

    @Test
    void connectsAnEndpointOnAws() {
        String service = service("AWS", available("AWS", "US_EAST_1", ""));

        Answer asked = owner.post(service + "/endpoint", "{'id':'" + END + "'}");
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        assertThat(asked.text())
                .isEqualTo("{\"cloudProvider\":\"AWS\",\"connectionStatus\":\"PENDING_ACCEPTANCE\","
                        + "\"deleteRequested\":false,\"errorMessage\":null,\"interfaceEndpointId\":\"" + END + "\"}");
        release();
        String one = service + "/endpoint/" + END;
        assertThat(owner.get(one).json().at("/connectionStatus").asString()).isEqualTo("AVAILABLE");
        assertThat(owner.get(service).json().at("/interfaceEndpoints/0").asString())
                .isEqualTo(END);
        assertThat(owner.delete(service).errorCode()).isEqualTo("CANNOT_DELETE_PRIVATELINK_WITH_ENDPOINTS");
        assertThat(owner.post(service + "/endpoint", "{'id':'" + END + "'}").errorCode())
                .isEqualTo("PRIVATELINK_INTERFACE_ENDPOINT_ALREADY_EXISTS");

        assertThat(owner.delete(one).status()).isEqualTo(202);
        assertThat(owner.get(one).json().at("/deleteRequested").asBoolean()).isTrue();
        assertThat(status(service))
                .as("the last endpoint takes its service along")
                .isEqualTo("DELETING");
        release();
        assertThat(owner.get(service).status()).isEqualTo(404);
        assertThat(events())
                .contains(
                        "ENDPOINT_SERVICE_CREATED",
                        "INTERFACE_ENDPOINT_CREATED",
                        "INTERFACE_ENDPOINT_DELETED",
                        "ENDPOINT_SERVICE_DELETED");
    }

    @Test
    void connectsAnEndpointOnAzureThatThePathNamesEncodedOnceOrTwice() {
        String service = service("AZURE", available("AZURE", "US_EAST_2", ""));
        owner.post(service + "/endpoint", "{'id':'" + AZURE_END + "','privateEndpointIPAddress':'10.0.0.4'}");
        String encoded = AZURE_END.replace("/", "%2F");

        JsonNode pending = owner.get(service + "/endpoint/" + encoded).json();
        assertThat(pending.propertyNames())
                .containsExactly(
                        "cloudProvider",
                        "deleteRequested",
                        "errorMessage",
                        "privateEndpointConnectionName",
                        "privateEndpointIPAddress",
                        "privateEndpointResourceId",
                        "status");
        assertThat(pending.at("/privateEndpointConnectionName").isNull()).isTrue();
        release();
        JsonNode connected =
                owner.get(service + "/endpoint/" + encoded.replace("%", "%25")).json();
        assertThat(connected.at("/status").asString()).isEqualTo("AVAILABLE");
        assertThat(connected.at("/privateEndpointConnectionName").asString())
                .isEqualTo("01234567-89ab-cdef-0123-456789abcdef%2Fnet%2Fmine");

        owner.delete(service + "/endpoint/" + encoded);
        release();
        assertThat(status(service)).as("the service stays on Azure").isEqualTo("AVAILABLE");
    }

    @Test
    void connectsAGroupOnGoogleCloudOfAsManyEndpointsAsThereAreAttachments() {
        String service = service("GCP", available("GCP", "CENTRAL_US", ",'portMappingEnabled':true"));
        String rule = "{'endpointName':'rule','ipAddress':'10.0.0.7'}";
        String group = "{'endpointGroupName':'group-1','gcpProjectId':'p-1','endpoints':[%s]}";

        assertThat(owner.post(service + "/endpoint", group.formatted(rule + "," + rule))
                        .json()
                        .at("/badRequestDetail/fields/0/field")
                        .asString())
                .isEqualTo("endpoints");
        assertThat(owner.post(service + "/endpoint", group.formatted(rule)).text())
                .isEqualTo(
                        "{\"cloudProvider\":\"GCP\",\"deleteRequested\":false,\"endpointGroupName\":\"group-1\","
                                + "\"endpoints\":[{\"endpointName\":\"rule\",\"ipAddress\":\"10.0.0.7\",\"status\":\"INITIATING\"}],"
                                + "\"errorMessage\":null,\"gcpProjectId\":\"p-1\",\"portMappingEnabled\":true,\"status\":\"INITIATING\"}");
        release();
        assertThat(status(service + "/endpoint/group-1")).isEqualTo("AVAILABLE");
        assertThat(owner.get(service).json().at("/endpointGroupNames/0").asString())
                .isEqualTo("group-1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {'providerName':'AWS'}                       | 400 | MISSING_ATTRIBUTE
                    {'providerName':'AWS','region':'EU_WEST_9'}  | 400 | INVALID_REGION
                    {'providerName':'IBM','region':'EU_WEST_1'}  | 400 | VALIDATION_ERROR
                    {'providerName':'AWS','region':'US_EAST_1'}  | 409 | PRIVATE_ENDPOINT_SERVICE_ALREADY_EXISTS_FOR_REGION
                    """)
    void refusesAServiceThatCannotBe(String body, int status, String code) {
        available("AWS", "US_EAST_1", "");

        Answer refused = owner.post(CREATE, body);

        assertThat(refused.status()).as(refused.text()).isEqualTo(status);
        assertThat(refused.errorCode()).isEqualTo(code);
    }

    @Test
    void tellsTheRegionThatHasAServiceAsReported() {
        available("AZURE", "US_EAST_2", "");

        assertThat(owner.post(CREATE, "{'providerName':'AZURE','region':'US_EAST_2'}")
                        .json()
                        .at("/detail")
                        .asString())
                .isEqualTo("A private endpoint service already exists for Azure region US_EAST_2.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    AWS   | {}                             | MISSING_ATTRIBUTE
                    AWS   | {'id':'vpce-1'}                | VALIDATION_ERROR
                    AZURE | {'id':'mine'}                  | MISSING_ATTRIBUTE
                    AZURE | {'id':'mine','privateEndpointIPAddress':'10.0.0.4'} | VALIDATION_ERROR
                    GCP   | {'endpointGroupName':'group'}  | MISSING_ATTRIBUTE
                    """)
    void refusesAnEndpointThatCannotBe(String provider, String body, String code) {
        String region = switch (provider) {
            case "AWS" -> "US_EAST_1";
            case "AZURE" -> "US_EAST_2";
            default -> "CENTRAL_US";
        };
        String service = service(provider, available(provider, region, ""));

        assertThat(owner.post(service + "/endpoint", body).errorCode()).isEqualTo(code);
    }

    @Test
    void takesNoEndpointBeforeTheServiceIsAvailable() {
        String id = owner.post(CREATE, "{'providerName':'AWS','region':'US_EAST_1'}")
                .json()
                .at("/id")
                .asString();

        assertThat(owner.post(service("AWS", id) + "/endpoint", "{'id':'" + END + "'}")
                        .errorCode())
                .isEqualTo("PRIVATELINK_CANNOT_ACCEPT_ENDPOINTS");
    }

    @Test
    void findsNothingUnderWrongNames() {
        String id = available("AWS", "US_EAST_1", "");

        assertThat(owner.get(service("AZURE", id)).errorCode()).isEqualTo("PRIVATE_ENDPOINT_SERVICE_NOT_FOUND");
        assertThat(owner.get(service("IBM", id)).errorCode()).isEqualTo("INVALID_PROVIDER");
        assertThat(owner.get(service("AWS", id) + "/endpoint/mine").errorCode())
                .isEqualTo("PRIVATELINK_INTERFACE_ENDPOINT_ID_MALFORMED");
        assertThat(owner.get(service("AWS", id) + "/endpoint/" + END).errorCode())
                .isEqualTo("PRIVATELINK_INTERFACE_ENDPOINT_NOT_FOUND");
    }

    @Test
    void isReachedFromOtherRegionsOnAwsAlone() {
        String id = available("AWS", "US_EAST_1", "");
        String change = "{'cloudProvider':'AWS','supportedRemoteRegions':['EU_WEST_1','eu-west-2']}";

        assertThat(owner.patch(CREATE + "/" + id, change)
                        .json()
                        .at("/supportedRemoteRegions")
                        .toString())
                .isEqualTo("[\"EU_WEST_1\",\"EU_WEST_2\"]");
        assertThat(owner.patch(CREATE + "/" + id, change.replace("'AWS'", "'AZURE'"))
                        .errorCode())
                .isEqualTo("INVALID_ATTRIBUTE");
        assertThat(owner.patch(CREATE + "/" + id, "{'cloudProvider':'AWS'}")
                        .json()
                        .at("/supportedRemoteRegions"))
                .hasSize(2);
    }

    @Test
    void hasSeveralEndpointsInSeveralRegionsInRegionalModeOnly() {
        String east = service("AWS", available("AWS", "US_EAST_1", ""));
        String west = service("AWS", available("AWS", "US_WEST_2", ""));
        owner.post(east + "/endpoint", "{'id':'" + END + "'}");
        owner.post(west + "/endpoint", "{'id':'" + OTHER_END + "'}");
        String third = "{'id':'vpce-0123456789abcdef2'}";

        assertThat(owner.get(MODE).text()).isEqualTo("{\"enabled\":false}");
        assertThat(owner.post(west + "/endpoint", third).errorCode())
                .isEqualTo("MULTIPLE_PRIVATE_ENDPOINTS_RESTRICTED_TO_SINGLE_REGION");
        Answer enabled = owner.patch(MODE, "{'enabled':true}");
        assertThat(enabled.status()).isEqualTo(202);
        assertThat(enabled.text()).isEqualTo("{\"enabled\":true}");
        assertThat(owner.post(west + "/endpoint", third).status()).isEqualTo(201);
        assertThat(owner.patch(MODE, "{'enabled':false}").status()).isEqualTo(409);
        assertThat(owner.get(MODE).text()).isEqualTo("{\"enabled\":true}");
        assertThat(owner.patch(MODE, "{}").errorCode()).isEqualTo("MISSING_ATTRIBUTE");
        assertThat(events()).contains("REGIONALIZED_PRIVATE_ENDPOINT_MODE_ENABLED");
    }

    @Test
    void keepsItsProjectFromBeingDeleted() {
        String project = owner.post("/groups", "{'name':'linked','orgId':'" + TestControlPlane.ORGANIZATION + "'}")
                .json()
                .at("/id")
                .asString();
        String id = owner.post(
                        "/groups/" + project + "/privateEndpoint/endpointService",
                        "{'providerName':'AWS','region':'US_EAST_1'}")
                .json()
                .at("/id")
                .asString();

        assertThat(owner.delete("/groups/" + project).errorCode())
                .isEqualTo("CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_PRIVATE_ENDPOINT_SERVICES");
        owner.delete("/groups/" + project + "/privateEndpoint/AWS/endpointService/" + id);
        release();
        assertThat(owner.delete("/groups/" + project).status()).isEqualTo(202);
    }

    @Test
    void letsGoOfOneServiceByItsId() {
        String id = owner.post(CREATE, "{'providerName':'AWS','region':'US_EAST_1'}")
                .json()
                .at("/id")
                .asString();
        owner.post(CREATE, "{'providerName':'AWS','region':'US_WEST_2'}");

        assertThat(owner.post("/telamon/v1/transitions:release", "{'id':'" + id + "'}")
                        .text())
                .isEqualTo("[{\"id\":\"" + id + "\",\"kind\":\"private-endpoint-service\"}]");
        plane.awaitTasks();
        assertThat(owner.get(LINKS + "/AWS/endpointService").json().findValuesAsString("status"))
                .containsExactly("AVAILABLE", "INITIATING");
    }

    private String available(String provider, String region, String more) {
        String id = owner.post(CREATE, "{'providerName':'" + provider + "','region':'" + region + "'" + more + "}")
                .json()
                .at("/id")
                .asString();
        release();
        return id;
    }

    private static String service(String provider, String id) {
        return LINKS + "/" + provider + "/endpointService/" + id;
    }

    private String status(String path) {
        return owner.get(path).json().at("/status").asString();
    }

    private List<String> events() {
        return owner.get("/groups/" + PROJECT + "/events").json().at("/results").findValuesAsString("eventTypeName");
    }

    private void release() {
        owner.post("/telamon/v1/transitions:release", "{}");
        plane.awaitTasks();
    }
}
