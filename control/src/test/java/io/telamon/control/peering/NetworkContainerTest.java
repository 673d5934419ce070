package io.telamon.control.peering;

import static io.telamon.control.TestControlPlane.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.TestClient;
import io.telamon.control.TestClient.Answer;
import io.telamon.control.TestControlPlane;
import io.telamon.control.WithControlPlane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@WithControlPlane
class NetworkContainerTest {

    private static final String CONTAINERS = "/groups/" + PROJECT + "/containers";
    private static final String SERVICES = "/groups/" + PROJECT + "/privateEndpoint/endpointService";

    private TestControlPlane plane;
    private TestClient owner;

    @BeforeEach
    void start(TestControlPlane running) {
        plane = running;
        owner = plane.owner();
    }

    @Test
    void isMadeByAPrivateEndpointServiceAsRecorded() {
        String service = owner.post(SERVICES, "{'providerName':'AWS','region':'US_EAST_1'}")
                .json()
                .at("/id")
                .asString();
        plane.awaitTasks();

        Answer listed = owner.get(CONTAINERS + "?providerName=AWS");
        assertThat(listed.text())
                .matches("\\{\"links\":\\[\\{\"href\":\"" + owner.origin() + "/api/atlas/v2/groups/" + PROJECT
                        + "/containers\\?includeCount=true&providerName=AWS&pageNum=1&itemsPerPage=100\",\"rel\":\"self\"}],"
                        + "\"results\":\\[\\{\"atlasCidrBlock\":\"192.168.248.0/21\",\"id\":\"[0-9a-f]{24}\","
                        + "\"providerName\":\"AWS\",\"provisioned\":true,\"regionName\":\"US_EAST_1\","
                        + "\"vpcId\":\"vpc-[0-9a-f]{17}\"}],\"totalCount\":1}");

        String container = CONTAINERS + "/" + listed.json().at("/results/0/id").asString();
        assertThat(owner.delete(container).errorCode()).isEqualTo("CONTAINERS_IN_USE");
        assertThat(owner.patch(container, "{'atlasCidrBlock':'10.8.0.0/21'}").errorCode())
                .isEqualTo("CONTAINERS_IN_USE");
        owner.delete("/groups/" + PROJECT + "/privateEndpoint/AWS/endpointService/" + service);
        plane.awaitTasks();
        assertThat(owner.get(container).json().at("/provisioned").asBoolean()).isFalse();
        assertThat(owner.delete(container).status()).isEqualTo(204);
    }

    @Test
    void isMadeOnceForAllThatUseIt() {
        Answer made =
                owner.post(CONTAINERS, "{'providerName':'AZURE','region':'US_EAST_2','atlasCidrBlock':'10.8.0.0/24'}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        String id = made.json().at("/id").asString();
        assertThat(made.text())
                .isEqualTo(
                        "{\"atlasCidrBlock\":\"10.8.0.0/24\",\"azureSubscriptionId\":null,\"id\":\"" + id
                                + "\",\"providerName\":\"AZURE\",\"provisioned\":false,\"region\":\"US_EAST_2\",\"vnetName\":null}");

        owner.post(SERVICES, "{'providerName':'AZURE','region':'US_EAST_2'}");

        JsonNode used = owner.get(CONTAINERS + "/" + id).json();
        assertThat(used.at("/provisioned").asBoolean()).isTrue();
        assertThat(used.at("/vnetName").asString()).matches("vnet_" + id + "_[a-z0-9]{8}");
        assertThat(used.at("/azureSubscriptionId").asString()).matches("[0-9a-f]{24}");
        assertThat(owner.get(CONTAINERS + "/all").json().at("/totalCount").asInt())
                .isEqualTo(1);
    }

    @Test
    void hasAnotherBlockInEachRegionOfAProvider() {
        owner.post(CONTAINERS, "{'regionName':'US_EAST_1'}");
        owner.post(CONTAINERS, "{'regionName':'us-west-2'}");
        owner.post(SERVICES, "{'providerName':'AZURE','region':'US_EAST_2'}");

        assertThat(owner.get(CONTAINERS + "/all").json().at("/results").findValuesAsString("atlasCidrBlock"))
                .containsExactly("192.168.248.0/21", "192.168.240.0/21", "192.168.248.0/21");
        assertThat(owner.get(CONTAINERS).json().at("/results")).hasSize(2);
        assertThat(owner.get(CONTAINERS + "?providerName=GCP").json().at("/results"))
                .isEmpty();
        assertThat(owner.get(CONTAINERS + "?providerName=IBM").errorCode()).isEqualTo("INVALID_PROVIDER");
    }

    @Test
    void isOneInAProjectOnGoogleCloud() {
        Answer made = owner.post(
                CONTAINERS, "{'providerName':'GCP','regions':['CENTRAL_US'],'atlasCidrBlock':'10.8.0.0/22'}");
        String id = made.json().at("/id").asString();

        assertThat(made.text())
                .isEqualTo("{\"atlasCidrBlock\":\"10.8.0.0/22\",\"gcpProjectId\":null,\"id\":\"" + id
                        + "\",\"networkName\":null,\"providerName\":\"GCP\",\"provisioned\":false,"
                        + "\"regions\":[\"CENTRAL_US\"]}");
        assertThat(owner.post(CONTAINERS, "{'providerName':'GCP','atlasCidrBlock':'10.64.0.0/18'}")
                        .errorCode())
                .isEqualTo("CONTAINER_ALREADY_EXISTS");
        assertThat(owner.patch(CONTAINERS + "/" + id, "{'atlasCidrBlock':'10.64.0.0/18'}")
                        .errorCode())
                .isEqualTo("CANNOT_UPDATE_SMALL_CONTAINER");
    }

    @Test
    void getsAnotherBlockWhileNothingUsesIt() {
        String one = CONTAINERS + "/"
                + owner.post(CONTAINERS, "{'regionName':'US_EAST_1','atlasCidrBlock':'10.8.0.0/21'}")
                        .json()
                        .at("/id")
                        .asString();

        assertThat(owner.patch(one, "{'providerName':'AWS','regionName':'US_EAST_1','atlasCidrBlock':'10.8.8.0/21'}")
                        .json()
                        .at("/atlasCidrBlock")
                        .asString())
                .isEqualTo("10.8.8.0/21");
        assertThat(owner.patch(one, "{'regionName':'US_WEST_2'}").errorCode())
                .isEqualTo("CANNOT_CHANGE_CONTAINER_REGION");
        assertThat(owner.patch(one, "{'providerName':'GCP'}").errorCode()).isEqualTo("INVALID_ATTRIBUTE");
        assertThat(owner.get("/groups/" + PROJECT + "/events")
                        .json()
                        .at("/results")
                        .findValuesAsString("eventTypeName"))
                .contains("CONTAINER_SUBNETS_UPDATE_REQUESTED");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                                          | 400 | MISSING_ATTRIBUTE
                    {'providerName':'AZURE','region':'US_EAST_2'}               | 400 | MISSING_ATTRIBUTE
                    {'regionName':'US_EAST_9'}                                  | 400 | INVALID_REGION
                    {'regionName':'US_EAST_1'}                                  | 409 | CONTAINER_ALREADY_EXISTS
                    {'regionName':'US_WEST_2','atlasCidrBlock':'10.8.0.0'}      | 400 | INVALID_CIDR_BLOCK
                    {'regionName':'US_WEST_2','atlasCidrBlock':'11.8.0.0/21'}   | 400 | ATLAS_INVALID_CIDR_RANGE
                    {'regionName':'US_WEST_2','atlasCidrBlock':'10.8.0.1/21'}   | 400 | ATLAS_NON_CANONICAL_CIDR_BLOCK
                    {'regionName':'US_WEST_2','atlasCidrBlock':'10.8.0.0/20'}   | 400 | ATLAS_INVALID_CIDR_BLOCK
                    {'regionName':'US_WEST_2','atlasCidrBlock':'10.8.0.0/25'}   | 400 | ATLAS_INVALID_CIDR_BLOCK
                    {'regionName':'US_WEST_2','atlasCidrBlock':'192.168.252.0/22'} | 409 | OVERLAPPING_ATLAS_CIDR_BLOCK
                    {'providerName':'GCP','atlasCidrBlock':'10.8.0.0/22'}       | 400 | ATLAS_INVALID_CIDR_BLOCK_FOR_SMALL_CONTAINER
                    {'providerName':'GCP','atlasCidrBlock':'10.8.0.0/23'}       | 400 | ATLAS_INVALID_CIDR_BLOCK
                    """)
    void refusesWhatCannotBe(String body, int status, String code) {
        owner.post(CONTAINERS, "{'regionName':'US_EAST_1'}");

        Answer refused = owner.post(CONTAINERS, body);

        assertThat(refused.errorCode()).as(refused.text()).isEqualTo(code);
        assertThat(refused.status()).isEqualTo(status);
    }

    @Test
    void isNotFoundUnderAnotherId() {
        assertThat(owner.get(CONTAINERS + "/" + PROJECT).errorCode()).isEqualTo("CLOUD_PROVIDER_CONTAINER_NOT_FOUND");
        assertThat(owner.delete(CONTAINERS + "/" + PROJECT).status()).isEqualTo(404);
    }
}
