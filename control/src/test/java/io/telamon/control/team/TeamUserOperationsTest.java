package io.telamon.control.team;

import static io.telamon.control.TestControlPlane.ORGANIZATION;
import static io.telamon.control.TestControlPlane.OWNER_EMAIL;
import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.TestClient;
import io.telamon.control.TestClient.Answer;
import io.telamon.control.TestControlPlane;
import io.telamon.control.WithControlPlane;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithControlPlane
class TeamUserOperationsTest {

    private static final String TEAMS = "/orgs/" + ORGANIZATION + "/teams";
    private static final String MEMBERS = "/orgs/" + ORGANIZATION + "/users";

    private TestClient owner;
    private TestClient older;
    private String team;
    private String person;

    @BeforeEach
    void start(TestControlPlane plane) {
        owner = plane.owner();
        older = owner.accepting("application/vnd.atlas.2023-01-01+json");
        team = owner.post(TEAMS, "{'name':'builders'}").json().path("id").asString();
        person = owner.get(MEMBERS).json().at("/results/0/id").asString();
    }

    @Test
    void addsListsAndRemovesInTheNewVersion() {
        String body = "{'id':'" + person + "'}";

        Answer added = owner.post(TEAMS + "/" + team + ":addUser", body);
        assertThat(added.status()).isEqualTo(200);
        assertThat(added.json().path("teamIds").toString()).isEqualTo("[\"" + team + "\"]");
        assertThat(owner.post(TEAMS + "/" + team + ":addUser", body).errorCode())
                .isEqualTo("USER_ALREADY_IN_TEAM");
        Answer listed = owner.get(TEAMS + "/" + team + "/users");
        assertThat(listed.json().at("/links/0/href").asString())
                .endsWith("/teams/" + team + "/users?pageNum=1&itemsPerPage=100");
        assertThat(listed.json().at("/results/0").toString()).isEqualTo(added.text());
        Answer removed = owner.post(TEAMS + "/" + team + ":removeUser", body);
        assertThat(removed.json().path("teamIds").isEmpty()).isTrue();
        assertThat(owner.post(TEAMS + "/" + team + ":removeUser", body).errorCode())
                .isEqualTo("USER_NOT_FOUND");
    }

    @Test
    void addsListsAndRemovesInTheOlderVersion() {
        Answer added = older.post(TEAMS + "/" + team + "/users", "[{'id':'" + person + "'}]");

        assertThat(added.status()).isEqualTo(200);
        assertThat(added.json().at("/results/0/emailAddress").asString()).isEqualTo(OWNER_EMAIL);
        assertThat(added.json().at("/links/0/href").asString())
                .endsWith("/teams/" + team + "/users?pageNum=1&itemsPerPage=100");
        assertThat(older.get(TEAMS + "/" + team + "/users")
                        .json()
                        .at("/results/0/teamIds/0")
                        .asString())
                .isEqualTo(team);
        assertThat(older.delete(TEAMS + "/" + team + "/users/" + person).status())
                .isEqualTo(204);
        assertThat(older.get(TEAMS + "/" + team + "/users")
                        .json()
                        .path("totalCount")
                        .asInt())
                .isZero();
    }

    @Test
    void addsTheInvitedInTheNewVersionOnly() {
        String invited = owner.post(MEMBERS, "{'username':'ann@example.org','roles':{'orgRoles':['ORG_MEMBER']}}")
                .json()
                .path("id")
                .asString();

        assertThat(older.post(TEAMS + "/" + team + "/users", "[{'id':'" + invited + "'}]")
                        .errorCode())
                .isEqualTo("CANNOT_ADD_PENDING_USER");
        assertThat(owner.post(TEAMS, "{'name':'others','usernames':['ann@example.org']}")
                        .errorCode())
                .isEqualTo("CANNOT_ADD_PENDING_USER");
        assertThat(owner.post(TEAMS + "/" + team + ":addUser", "{'id':'" + invited + "'}")
                        .status())
                .isEqualTo(200);
        assertThat(older.get(TEAMS + "/" + team + "/users")
                        .json()
                        .path("totalCount")
                        .asInt())
                .isZero();
        assertThat(owner.get(TEAMS + "/" + team + "/users?orgMembershipStatus=PENDING&userId=" + invited)
                        .json()
                        .path("totalCount")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void refusesTeamsAndPeopleThatAreNotThere() {
        String nobody = "1".repeat(24);

        assertThat(owner.get(TEAMS + "/" + nobody + "/users").errorCode()).isEqualTo("TEAM_NOT_FOUND");
        assertThat(owner.post(TEAMS + "/" + team + ":addUser", "{'id':'" + nobody + "'}")
                        .errorCode())
                .isEqualTo("USER_NOT_FOUND");
        assertThat(owner.post(TEAMS, "{'name':'others','usernames':['nobody@example.org']}")
                        .errorCode())
                .isEqualTo("USERNAME_NOT_FOUND");
    }

    @Test
    void addsAllOrNobody() {
        Answer answer =
                older.post(TEAMS + "/" + team + "/users", "[{'id':'" + person + "'},{'id':'" + "1".repeat(24) + "'}]");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(older.get(TEAMS + "/" + team + "/users")
                        .json()
                        .path("totalCount")
                        .asInt())
                .isZero();
    }

    @Test
    void forgetsWhoWasInATeamWithIt() {
        owner.post(TEAMS + "/" + team + ":addUser", "{'id':'" + person + "'}");

        assertThat(owner.delete(TEAMS + "/" + team).status()).isEqualTo(204);
        assertThat(owner.get(MEMBERS + "/" + person).json().path("teamIds").isEmpty())
                .isTrue();
        assertThat(List.of(owner.post(TEAMS, "{'name':'builders','usernames':['" + OWNER_EMAIL + "']}")
                        .status()))
                .containsExactly(201);
    }
}
