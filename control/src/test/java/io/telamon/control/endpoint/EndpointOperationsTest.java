package io.telamon.control.endpoint;

import static io.telamon.control.TestControlPlane.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.TestClient;
import io.telamon.control.TestClient.Answer;
import io.telamon.control.TestControlPlane;
import io.telamon.control.WithControlPlane;
import io.telamon.control.rehearsal.Pace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithControlPlane(pace = Pace.MANUAL)
class EndpointOperationsTest {

    private static final String INSTANCES = "/groups/" + PROJECT + "/serverless";
    private static final String ENDPOINTS = "/groups/" + PROJECT + "/privateEndpoint/serverless/instance/%s/endpoint";
    private static final String AWS = ENDPOINTS.formatted("on-aws");
    private static final String AZURE = ENDPOINTS.formatted("on-azure");
    private static final String AZURE_END =
            "/subscriptions/01234567-89ab-cdef-0123-456789abcdef/resourceGroups/privateLink"
                    + "/providers/Microsoft.Network/privateEndpoints/mine";

    private TestControlPlane plane;
    private TestClient owner;

    @BeforeEach
    void start(TestControlPlane running) {
        plane = running;
        owner = plane.owner();
        owner.put("/telamon/v1/calendar", "{'calendar':'serverless'}");
        create("on-aws", "AWS", "US_EAST_1");
        create("on-azure", "AZURE", "US_EAST_2");
        create("on-gcp", "GCP", "CENTRAL_US");
        release();
    }

    @Test
    void goesThroughItsStatesOnAws() {
        Answer asked = owner.post(AWS, "{'comment':'mine'}");
        String one = AWS + "/" + asked.json().at("/_id").asString();

        assertThat(asked.status()).isEqualTo(201);
        assertThat(asked.json().propertyNames())
                .containsExactly("_id", "comment", "endpointServiceName", "providerName", "status");
        assertThat(asked.json().at("/endpointServiceName").isNull()).isTrue();
        assertThat(asked.json().at("/status").asString()).isEqualTo("RESERVATION_REQUESTED");

        release();
        Answer reserved = owner.get(one);
        assertThat(reserved.json().at("/status").asString()).isEqualTo("RESERVED");
        assertThat(reserved.json().at("/endpointServiceName").asString())
                .matches("com\\.amazonaws\\.vpce\\.us-east-1\\.vpce-svc-[0-9a-f]{17}");

        Answer named = owner.patch(one, "{'providerName':'AWS','cloudProviderEndpointId':'vpce-0123456789abcdef0'}");
        assertThat(named.json().at("/status").asString()).isEqualTo("INITIATING");

        release();
        assertThat(owner.get(AWS).json().at("/0/status").asString()).isEqualTo("AVAILABLE");
        assertThat(owner.get(INSTANCES + "/on-aws")
                        .json()
                        .at("/connectionStrings/privateEndpoint/0/endpoints/0/endpointId")
                        .asString())
                .isEqualTo("vpce-0123456789abcdef0");

        assertThat(owner.delete(one).status()).isEqualTo(204);
        assertThat(owner.get(one).json().at("/status").asString()).isEqualTo("DELETING");
        release();
        assertThat(owner.get(one).status()).isEqualTo(404);
        assertThat(owner.get(AWS).text()).isEqualTo("[]");
    }

    @Test
    void asksForBothAttributesOfAnEndOnAzure() {
        String one = AZURE + "/" + owner.post(AZURE, "{}").json().at("/_id").asString();
        release();

        assertThat(owner.get(one).json().at("/endpointServiceName").asString()).matches("pls_[0-9a-f]{24}");
        assertThat(owner.get(one).json().at("/privateLinkServiceResourceId").asString())
                .startsWith("/subscriptions/");
        assertThat(owner.patch(one, "{'providerName':'AZURE','cloudProviderEndpointId':'" + AZURE_END + "'}")
                        .json()
                        .at("/badRequestDetail/fields/0/field")
                        .asString())
                .isEqualTo("privateEndpointIpAddress");
        assertThat(owner.patch(
                                one,
                                "{'providerName':'AZURE','privateEndpointIpAddress':'10.0.0.4','cloudProviderEndpointId':'"
                                        + AZURE_END + "'}")
                        .json()
                        .at("/status")
                        .asString())
                .isEqualTo("INITIATING");
        assertThat(owner.patch(one, "{'providerName':'AWS'}").status()).isEqualTo(400);
    }

    @Test
    void failsToConnectAnEndThatIsConnectedAlready() {
        String first = AWS + "/" + owner.post(AWS, "{}").json().at("/_id").asString();
        String second = AWS + "/" + owner.post(AWS, "{}").json().at("/_id").asString();
        release();
        owner.patch(first, "{'providerName':'AWS','cloudProviderEndpointId':'vpce-0123456789abcdef0'}");
        release();
        owner.patch(second, "{'providerName':'AWS','cloudProviderEndpointId':'vpce-0123456789abcdef0'}");
        release();

        assertThat(owner.get(second).json().at("/status").asString()).isEqualTo("FAILED");
        assertThat(owner.get(second).json().at("/errorMessage").asString()).isNotEmpty();
        assertThat(owner.patch(second, "{'providerName':'AWS','cloudProviderEndpointId':'vpce-0123456789abcdef1'}")
                        .json()
                        .at("/status")
                        .asString())
                .isEqualTo("INITIATING");
    }

    @Test
    void refusesWhatCannotHavePrivateEndpoints() {
        owner.post(
                "/groups/" + PROJECT + "/flexClusters",
                "{'name':'flex','providerSettings':{'backingProviderName':'AWS','regionName':'US_EAST_1'}}");

        Answer onFlex = owner.get(ENDPOINTS.formatted("flex"));
        Answer onGcp = owner.post(ENDPOINTS.formatted("on-gcp"), "{}");

        assertThat(onFlex.errorCode()).isEqualTo("NOT_SERVERLESS_TENANT_CLUSTER");
        assertThat(onFlex.json().at("/detail").asString()).contains("stage serverless");
        assertThat(onGcp.errorCode()).isEqualTo("PROVIDER_UNSUPPORTED");
        assertThat(owner.get(ENDPOINTS.formatted("nothing")).status()).isEqualTo(404);
    }

    @Test
    void goAwayWithTheirInstance() {
        String one = AWS + "/" + owner.post(AWS, "{}").json().at("/_id").asString();
        owner.delete(INSTANCES + "/on-aws");
        release();
        create("on-aws", "AWS", "US_EAST_1");

        assertThat(owner.get(one).status()).isEqualTo(404);
        assertThat(owner.get(AWS).text()).isEqualTo("[]");
    }

    @Test
    void areAtMostTwoAndHaveShortComments() {
        owner.post(AWS, "{}");
        owner.post(AWS, "{}");

        assertThat(owner.post(AWS, "{}").status()).isEqualTo(409);
        assertThat(owner.post(AZURE, "{'comment':'" + "x".repeat(81) + "'}").status())
                .isEqualTo(400);
    }

    private void create(String name, String provider, String region) {
        Answer created = owner.post(
                INSTANCES,
                "{'name':'" + name + "','providerSettings':{'backingProviderName':'" + provider + "','regionName':'"
                        + region + "'}}");
        assertThat(created.status()).isEqualTo(201);
    }

    /** Lets go everything that is held, and waits until it has happened. */
    private void release() {
        owner.post("/telamon/v1/transitions:release", "{}");
        plane.awaitTasks();
    }
}
