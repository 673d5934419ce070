package io.telamon.control.event;

import static io.telamon.control.TestControlPlane.ORGANIZATION;
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
import tools.jackson.databind.JsonNode;

@WithControlPlane(pace = Pace.MANUAL)
class EventOperationsTest {

    private static final String OF_PROJECT = "/groups/" + PROJECT + "/events";
    private static final String OF_ORGANIZATION = "/orgs/" + ORGANIZATION + "/events";

    private TestClient owner;

    @BeforeEach
    void start(TestControlPlane plane) {
        owner = plane.owner();
    }

    @Test
    void showsAProjectsEventAsRecorded() {
        cluster("first");

        JsonNode event = first(owner.get(OF_PROJECT));
        String id = event.path("id").asString();
        assertThat(event.toString())
                .isEqualTo(("{'apiKeyId':'%s','clusterName':'first','created':'%s','eventTypeName':'CLUSTER_CREATED',"
                                + "'groupId':'%s','id':'%s','isGlobalAdmin':false,'links':[{'href':'%s/api/atlas/v2%s/%s',"
                                + "'rel':'self'}],'publicKey':'%s','remoteAddress':'127.0.0.1'}")
                        .formatted(
                                event.path("apiKeyId").asString(),
                                event.path("created").asString(),
                                PROJECT,
                                id,
                                owner.origin(),
                                OF_PROJECT,
                                id,
                                event.path("publicKey").asString())
                        .replace('\'', '"'));
        assertThat(event.path("apiKeyId").asString()).matches("[a-f0-9]{24}");
        assertThat(owner.get(OF_PROJECT + "/" + id).text()).isEqualTo(event.toString());
    }

    @Test
    void showsAnOrganizationsEventAsRecorded() {
        String team = owner.post("/orgs/" + ORGANIZATION + "/teams", "{'name':'builders'}")
                .json()
                .path("id")
                .asString();

        JsonNode event = first(owner.get(OF_ORGANIZATION));
        assertThat(event.propertyNames())
                .containsExactly(
                        "apiKeyId",
                        "created",
                        "eventTypeName",
                        "id",
                        "isGlobalAdmin",
                        "links",
                        "orgId",
                        "publicKey",
                        "remoteAddress",
                        "teamId");
        assertThat(event.path("teamId").asString()).isEqualTo(team);
        String id = event.path("id").asString();
        assertThat(event.at("/links/0/href").asString())
                .isEqualTo(owner.origin() + "/api/atlas/v2/groups/null/events/" + id);
        assertThat(owner.get(OF_ORGANIZATION + "/" + id).text()).isEqualTo(event.toString());
    }

    @Test
    void saysZeroInListsThatItDoesNotCountAsRecorded() {
        cluster("first");

        Answer uncounted = owner.get(OF_PROJECT + "?includeCount=false&includeRaw=false");
        assertThat(uncounted.text())
                .startsWith(("{'links':[{'href':'" + owner.origin() + "/api/atlas/v2" + OF_PROJECT
                                + "?includeCount=false&includeRaw=false&pageNum=1&itemsPerPage=100','rel':'self'}]")
                        .replace('\'', '"'))
                .endsWith(",\"totalCount\":0}");
        assertThat(owner.get(OF_PROJECT + "?includeCount=true")
                        .json()
                        .path("totalCount")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void pagesNewestFirstWithoutCounting() {
        List.of("one", "two", "three").forEach(this::cluster);

        Answer first = owner.get(OF_PROJECT + "?itemsPerPage=2");
        assertThat(clusters(first)).containsExactly("three", "two");
        assertThat(rels(first)).containsExactly("self", "next");
        Answer last = owner.get(OF_PROJECT + "?itemsPerPage=2&pageNum=2");
        assertThat(clusters(last)).containsExactly("one");
        assertThat(rels(last)).containsExactly("self", "previous");
    }

    @Test
    void filtersByTypeClusterAndTime() {
        cluster("one");
        cluster("two");
        owner.patch("/groups/" + PROJECT, "{'name':'renamed'}");

        assertThat(types(owner.get(OF_PROJECT + "?eventType=GROUP_NAME_CHANGED")))
                .containsExactly("GROUP_NAME_CHANGED");
        assertThat(types(owner.get(OF_PROJECT + "?eventType=GROUP_NAME_CHANGED&eventType=CLUSTER_CREATED")))
                .hasSize(3);
        assertThat(types(owner.get(OF_PROJECT + "?excludedEventType=CLUSTER_CREATED")))
                .containsExactly("GROUP_NAME_CHANGED");
        assertThat(clusters(owner.get(OF_PROJECT + "?clusterNames=two"))).containsExactly("two");
        assertThat(clusters(owner.get(OF_PROJECT + "?clusterNames=TWO"))).isEmpty();
        assertThat(types(owner.get(OF_PROJECT + "?minDate=2026-01-01T00:00:00Z")))
                .hasSize(3);
        assertThat(types(owner.get(OF_PROJECT + "?minDate=2999-01-01T00:00:00Z")))
                .isEmpty();
        assertThat(types(owner.get(OF_PROJECT + "?maxDate=2999-01-01T00:00:00%2B02:00")))
                .hasSize(3);
        assertThat(types(owner.get(OF_PROJECT + "?maxDate=2026-01-01T00:00:00Z")))
                .isEmpty();
    }

    @Test
    void refusesFiltersThatCannotFindAnything() {
        assertThat(owner.get(OF_PROJECT + "?eventType=NO_SUCH_TYPE").errorCode())
                .isEqualTo("INVALID_ENUM_VALUE");
        assertThat(owner.get(OF_PROJECT + "?clusterNames=a%25b").errorCode()).isEqualTo("INVALID_QUERY_PARAMETER");
        assertThat(owner.get(OF_PROJECT + "?minDate=yesterday").errorCode()).isEqualTo("INVALID_QUERY_PARAMETER");
    }

    @Test
    void showsWhatIsBehindAnEventOnRequest() {
        cluster("first");

        JsonNode raw = first(owner.get(OF_PROJECT + "?includeRaw=true")).path("raw");

        assertThat(raw.path("_t").asString()).isEqualTo("CLUSTER_CREATED");
        assertThat(raw.path("cid").asString()).isEqualTo(PROJECT);
        assertThat(raw.path("description").asString()).isEqualTo("Cluster created");
    }

    @Test
    void keepsTheEventsOfADeletedProjectForItsOrganization() {
        owner.delete("/groups/" + PROJECT);

        JsonNode event = first(owner.get(OF_ORGANIZATION));
        assertThat(event.path("eventTypeName").asString()).isEqualTo("GROUP_DELETED");
        assertThat(event.path("groupId").asString()).isEqualTo(PROJECT);
    }

    @Test
    void keepsWhatHappensInProjectsOutOfTheOrganizationsEvents() {
        cluster("first");

        assertThat(types(owner.get(OF_ORGANIZATION))).isEmpty();
    }

    @Test
    void knowsOnlyTheEventsOfTheProjectOrOrganizationAsked() {
        cluster("first");
        String id = first(owner.get(OF_PROJECT)).path("id").asString();

        Answer inOrganization = owner.get(OF_ORGANIZATION + "/" + id);
        assertThat(inOrganization.status()).isEqualTo(404);
        assertThat(inOrganization.errorCode()).isEqualTo("ORG_EVENT_NOT_FOUND");
        Answer unknown = owner.get(OF_PROJECT + "/111111111111111111111111");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.errorCode()).isEqualTo("EVENT_NOT_FOUND");
        assertThat(unknown.json().path("parameters").size()).isEqualTo(2);
    }

    @Test
    void listsTheTypesOfEvents() {
        Answer answer = owner.get("/eventTypes?itemsPerPage=500");

        assertThat(answer.json().path("totalCount").asInt()).isGreaterThan(500);
        assertThat(answer.json().path("results").values().stream()
                        .filter(type -> type.path("eventType").asString().equals("CLUSTER_CREATED"))
                        .map(JsonNode::toString))
                .containsExactly("{'alertable':false,'description':'Cluster created','eventType':'CLUSTER_CREATED'}"
                        .replace('\'', '"'));
    }

    private void cluster(String name) {
        owner.post(
                "/groups/" + PROJECT + "/flexClusters",
                "{'name':'" + name + "','providerSettings':{'backingProviderName':'AWS','regionName':'US_EAST_1'}}");
    }

    private static JsonNode first(Answer list) {
        return list.json().at("/results/0");
    }

    private static List<String> types(Answer list) {
        return texts(list, "results", "eventTypeName");
    }

    private static List<String> clusters(Answer list) {
        return texts(list, "results", "clusterName");
    }

    private static List<String> rels(Answer list) {
        return texts(list, "links", "rel");
    }

    private static List<String> texts(Answer list, String array, String attribute) {
        return list.json().path(array).values().stream()
                .map(item -> item.path(attribute).asString())
                .toList();
    }
}
