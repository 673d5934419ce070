package io.telamon.control.team;

import static io.telamon.control.TestControlPlane.ORGANIZATION;
import static io.telamon.control.TestControlPlane.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.TestClient;
import io.telamon.control.TestClient.Answer;
import io.telamon.control.TestControlPlane;
import io.telamon.control.WithControlPlane;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithControlPlane
class TeamOperationsTest {

    private static final String ALL = "/orgs/" + ORGANIZATION + "/teams";
    private static final String IN_PROJECT = "/groups/" + PROJECT + "/teams";

    private TestControlPlane plane;
    private TestClient owner;

    @BeforeEach
    void start(TestControlPlane running) {
        plane = running;
        owner = plane.owner();
    }

    @Test
    void createsATeamAndShowsItEverywhere() {
        Answer created = owner.post(ALL, "{'name':'builders','usernames':['owner@example.org']}");
        String id = created.json().path("id").asString();

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo(owner.origin() + ALL + "/" + id);
        assertThat(created.json().propertyNames()).containsExactly("id", "links", "name", "usernames");
        String shown = "{'id':'%s','links':[{'href':'%s/api/atlas/v2%s/%s','rel':'self'}],'name':'builders'}"
                .formatted(id, owner.origin(), ALL, id)
                .replace('\'', '"');
        assertThat(owner.get(ALL + "/" + id).text()).isEqualTo(shown);
        assertThat(owner.get(ALL + "/byName/builders").text()).isEqualTo(shown);
        assertThat(owner.get(ALL).json().path("results").get(0).toString()).isEqualTo(shown);
    }

    @Test
    void createsTeamsWithoutMembers() {
        for (String members : List.of("", ",'usernames':null", ",'usernames':[]")) {
            Answer created = owner.post(ALL, "{'name':'team" + members.length() + "'" + members + "}");

            assertThat(created.status()).as(members).isEqualTo(201);
            assertThat(created.json().at("/usernames").isEmpty()).isTrue();
        }
        assertThat(owner.get(ALL).json().at("/totalCount").asInt()).isEqualTo(3);
    }

    @Test
    void refusesTeamsWithoutANameOrWithANameThatIsTakenOrAMemberTwice() {
        team("builders");

        assertThat(owner.post(ALL, "{'name':'twice','usernames':['owner@example.org','owner@example.org']}")
                        .errorCode())
                .isEqualTo("VALIDATION_ERROR");
        assertThat(owner.post(ALL, "{'usernames':['owner@example.org']}").errorCode())
                .isEqualTo("MISSING_ATTRIBUTE");
        Answer taken = owner.post(ALL, "{'name':'builders','usernames':['owner@example.org']}");
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.errorCode()).isEqualTo("TEAM_NAME_NOT_AVAILABLE");
    }

    @Test
    void pagesThroughTheTeamsByName() {
        IntStream.range(0, 5).forEach(i -> team("team-" + i));

        Answer page = owner.get(ALL + "?itemsPerPage=2&pageNum=2");

        assertThat(page.json().path("results").values().stream()
                        .map(team -> team.path("name").asString()))
                .containsExactly("team-2", "team-3");
        assertThat(page.json().path("totalCount").asInt()).isEqualTo(5);
        assertThat(page.json().path("links").values().stream()
                        .map(link -> link.path("rel").asString()))
                .containsExactly("self", "previous", "next");
    }

    @Test
    void renamesATeamToAFreeName() {
        String id = team("builders");
        team("painters");

        assertThat(owner.patch(ALL + "/" + id, "{'name':'masons'}")
                        .json()
                        .path("name")
                        .asString())
                .isEqualTo("masons");
        assertThat(owner.patch(ALL + "/" + id, "{'name':'masons'}").status()).isEqualTo(200);
        assertThat(owner.patch(ALL + "/" + id, "{'name':'painters'}").errorCode())
                .isEqualTo("TEAM_NAME_NOT_AVAILABLE");
        assertThat(owner.get(ALL + "/byName/builders").errorCode()).isEqualTo("TEAM_NAME_NOT_FOUND");
    }

    @Test
    void givesATeamRolesInAProject() {
        String id = team("builders");

        Answer added = owner.post(IN_PROJECT, "[{'teamId':'" + id + "','roleNames':['GROUP_OWNER']}]");

        assertThat(added.status()).isEqualTo(200);
        assertThat(added.json().path("totalCount").asInt()).isEqualTo(1);
        assertThat(added.json().at("/links/0/href").asString()).endsWith("/teams?pageNum=1&itemsPerPage=100");
        assertThat(added.json().path("results").get(0).toString())
                .isEqualTo(
                        "{'links':[{'href':'%s/api/atlas/v2%s/%s','rel':'self'}],'roleNames':['GROUP_OWNER'],'teamId':'%s'}"
                                .formatted(owner.origin(), IN_PROJECT, id, id)
                                .replace('\'', '"'));
        Answer changed =
                owner.patch(IN_PROJECT + "/" + id, "{'roleNames':['GROUP_READ_ONLY','GROUP_CLUSTER_MANAGER']}");
        assertThat(changed.json().at("/results/0/roleNames").size()).isEqualTo(2);
        assertThat(owner.get(IN_PROJECT + "/" + id).json().path("roleNames").toString())
                .isEqualTo("[\"GROUP_READ_ONLY\",\"GROUP_CLUSTER_MANAGER\"]");
        assertThat(owner.delete(IN_PROJECT + "/" + id).status()).isEqualTo(204);
        assertThat(owner.get(IN_PROJECT).json().path("totalCount").asInt()).isZero();
    }

    @Test
    void addsAllTeamsOrNone() {
        String id = team("builders");

        Answer answer = owner.post(
                IN_PROJECT,
                "[{'teamId':'" + id + "','roleNames':['GROUP_OWNER']},"
                        + "{'teamId':'111111111111111111111111','roleNames':['GROUP_OWNER']}]");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.errorCode()).isEqualTo("TEAM_NOT_FOUND");
        assertThat(owner.get(IN_PROJECT).json().path("totalCount").asInt()).isZero();
    }

    @Test
    void refusesWhatMakesNoSenseInAProject() {
        String id = team("builders");
        String add = "[{'teamId':'" + id + "','roleNames':['GROUP_OWNER']}]";
        owner.post(IN_PROJECT, add);

        assertThat(owner.post(IN_PROJECT, add).errorCode()).isEqualTo("TEAM_EXISTS_IN_GROUP");
        assertThat(owner.patch(IN_PROJECT + "/" + id, "{'roleNames':['ORG_OWNER']}")
                        .errorCode())
                .isEqualTo("CANNOT_ADD_ORG_ROLE");
        String other = team("painters");
        assertThat(owner.patch(IN_PROJECT + "/" + other, "{'roleNames':['GROUP_OWNER']}")
                        .errorCode())
                .isEqualTo("TEAM_NOT_IN_GROUP");
        assertThat(owner.delete(IN_PROJECT + "/" + other).errorCode()).isEqualTo("TEAM_NOT_IN_GROUP");
        assertThat(owner.get(IN_PROJECT + "/" + other).errorCode()).isEqualTo("TEAM_NOT_IN_GROUP");
        assertThat(plane.reader().post(IN_PROJECT, add).errorCode()).isEqualTo("USER_UNAUTHORIZED");
    }

    @Test
    void deletesATeamOnlyWhenNoProjectHasIt() {
        String id = team("builders");
        owner.post(IN_PROJECT, "[{'teamId':'" + id + "','roleNames':['GROUP_OWNER']}]");

        Answer refused = owner.delete(ALL + "/" + id);
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.errorCode()).isEqualTo("CANNOT_DELETE_TEAM_ASSIGNED_TO_PROJECT");

        owner.delete(IN_PROJECT + "/" + id);
        assertThat(owner.delete(ALL + "/" + id).status()).isEqualTo(204);
        assertThat(owner.get(ALL + "/" + id).errorCode()).isEqualTo("TEAM_NOT_FOUND");
    }

    @Test
    void givesANameToOneOfManyWhoAskAtOnce() {
        List<Integer> statuses = TestControlPlane.atOnce(
                50,
                i -> owner.post(ALL, "{'name':'builders','usernames':['owner@example.org']}")
                        .status());

        assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
    }

    @Test
    void leavesANameToOneOfThoseWhoRenameAndCreateAtOnce() {
        List<String> ids =
                IntStream.range(0, 20).mapToObj(i -> team("team-" + i)).toList();

        List<Integer> statuses = TestControlPlane.atOnce(
                40,
                i -> i < 20
                        ? owner.patch(ALL + "/" + ids.get(i), "{'name':'builders'}")
                                .status()
                        : owner.post(ALL, "{'name':'builders','usernames':['owner@example.org']}")
                                .status());

        assertThat(statuses).isSubsetOf(200, 201, 409);
        assertThat(statuses).filteredOn(status -> status != 409).hasSize(1);
    }

    private String team(String name) {
        return owner.post(ALL, "{'name':'" + name + "','usernames':['owner@example.org']}")
                .json()
                .path("id")
                .asString();
    }
}
