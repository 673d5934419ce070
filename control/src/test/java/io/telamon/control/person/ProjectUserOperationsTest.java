package io.telamon.control.person;

import static io.telamon.control.TestControlPlane.ORGANIZATION;
import static io.telamon.control.TestControlPlane.OWNER_EMAIL;
import static io.telamon.control.TestControlPlane.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.TestClient;
import io.telamon.control.TestClient.Answer;
import io.telamon.control.TestControlPlane;
import io.telamon.control.WithControlPlane;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@WithControlPlane
class ProjectUserOperationsTest {

    private static final String ALL = "/groups/" + PROJECT + "/users";
    private static final String MEMBERS = "/orgs/" + ORGANIZATION + "/users";

    private TestControlPlane plane;
    private TestClient owner;

    @BeforeEach
    void start(TestControlPlane running) {
        plane = running;
        owner = plane.owner();
    }

    @Test
    void showsTheOwnerAsRecorded() {
        Answer answer = owner.get(ALL);

        assertThat(answer.json().at("/links/0/href").asString())
                .endsWith(
                        "/users?flattenTeams=false&includeCount=true&includeOrgUsers=false&pageNum=1&itemsPerPage=100");
        JsonNode person = answer.json().at("/results/0");
        assertThat(person.propertyNames())
                .containsExactly(
                        "country",
                        "createdAt",
                        "firstName",
                        "id",
                        "lastAuth",
                        "lastName",
                        "mobileNumber",
                        "orgMembershipStatus",
                        "roles",
                        "username");
        assertThat(person.path("roles").toString()).isEqualTo("[\"GROUP_OWNER\"]");
        assertThat(owner.get(ALL + "/" + person.path("id").asString()).text()).isEqualTo(person.toString());
    }

    @Test
    void invitesToTheOrganizationWhoIsNoMember() {
        Answer answer = add("ann@example.org", "GROUP_READ_ONLY");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().path("orgMembershipStatus").asString()).isEqualTo("PENDING");
        assertThat(answer.json().path("roles").toString()).isEqualTo("[\"GROUP_READ_ONLY\"]");
        JsonNode member =
                owner.get(MEMBERS + "/" + answer.json().path("id").asString()).json();
        assertThat(member.at("/roles/orgRoles").toString()).isEqualTo("[\"ORG_MEMBER\"]");
        assertThat(add("ann@example.org", "GROUP_OWNER").errorCode()).isEqualTo("USER_ALREADY_EXISTS");
        assertThat(add("ann", "GROUP_OWNER").errorCode()).isEqualTo("INVALID_USERNAME");
        assertThat(add("bob@example.org", "ORG_OWNER").errorCode()).isEqualTo("CANNOT_ADD_ORG_ROLE");
    }

    @Test
    void letsAnOwnerOfTheProjectInviteButNotChangeRolesInTheOrganization() {
        TestClient ofProject = plane.account("/groups/" + PROJECT, "GROUP_OWNER");

        Answer answer = ofProject.post(ALL, "{'username':'ann@example.org','roles':['GROUP_OWNER']}");

        assertThat(answer.status()).isEqualTo(201);
        String id = answer.json().path("id").asString();
        assertThat(ofProject
                        .post(MEMBERS + "/" + id + ":addRole", "{'orgRole':'ORG_OWNER'}")
                        .errorCode())
                .isEqualTo("USER_UNAUTHORIZED");
        assertThat(plane.reader().delete(ALL + "/" + id).errorCode()).isEqualTo("USER_UNAUTHORIZED");
    }

    @Test
    void addsAndRemovesARoleAndKeepsOne() {
        String id = add("ann@example.org", "GROUP_READ_ONLY").json().path("id").asString();

        assertThat(owner.post(ALL + "/" + id + ":addRole", "{'groupRole':'GROUP_CLUSTER_MANAGER'}")
                        .json()
                        .path("roles")
                        .size())
                .isEqualTo(2);
        owner.post(ALL + "/" + id + ":removeRole", "{'groupRole':'GROUP_READ_ONLY'}");
        assertThat(owner.post(ALL + "/" + id + ":removeRole", "{'groupRole':'GROUP_CLUSTER_MANAGER'}")
                        .errorCode())
                .isEqualTo("CANNOT_REMOVE_ALL_USER_ROLES");
        assertThat(owner.post(ALL + "/" + id + ":addRole", "{'groupRole':'ORG_OWNER'}")
                        .errorCode())
                .isEqualTo("CANNOT_ADD_ORG_ROLE");
    }

    @Test
    void removesFromTheProjectAndNotFromTheOrganization() {
        String id = owner.get(ALL).json().at("/results/0/id").asString();

        assertThat(owner.delete(ALL + "/" + id).status()).isEqualTo(204);
        assertThat(owner.get(ALL + "/" + id).errorCode()).isEqualTo("USER_NOT_IN_GROUP");
        assertThat(owner.delete(ALL + "/" + id).status()).isEqualTo(404);
        assertThat(owner.delete(ALL + "/" + "1".repeat(24)).errorCode()).isEqualTo("USER_NOT_FOUND");
        assertThat(owner.get(MEMBERS + "/" + id).status()).isEqualTo(200);
        assertThat(owner.get(ALL + "?includeOrgUsers=true")
                        .json()
                        .at("/results/0/roles")
                        .toString())
                .isEqualTo("[\"GROUP_OWNER\"]");
        JsonNode event = owner.get("/groups/" + PROJECT + "/events").json().at("/results/0");
        assertThat(event.path("eventTypeName").asString()).isEqualTo("REMOVED_FROM_GROUP");
        assertThat(event.path("targetUsername").asString()).isEqualTo(OWNER_EMAIL);
    }

    @Test
    void countsTheRolesOfTeamsWhereThatIsAskedFor() {
        String id = owner.get(ALL).json().at("/results/0/id").asString();
        owner.delete(ALL + "/" + id);
        String team = owner.post(
                        "/orgs/" + ORGANIZATION + "/teams", "{'name':'builders','usernames':['" + OWNER_EMAIL + "']}")
                .json()
                .path("id")
                .asString();
        owner.post("/groups/" + PROJECT + "/teams", "[{'teamId':'" + team + "','roleNames':['GROUP_READ_ONLY']}]");

        assertThat(owner.get(ALL).json().path("totalCount").asInt()).isZero();
        assertThat(owner.get(ALL + "?flattenTeams=true")
                        .json()
                        .at("/results/0/roles")
                        .toString())
                .isEqualTo("[\"GROUP_READ_ONLY\"]");
    }

    @Test
    void servesTheOlderVersions() {
        add("ann@example.org", "GROUP_READ_ONLY");
        TestClient older = owner.accepting("application/vnd.atlas.2023-01-01+json");
        JsonNode all = older.get(ALL).json();
        String id = all.at("/results/0/id").asString();

        assertThat(all.path("totalCount").asInt()).isEqualTo(1);
        assertThat(all.at("/results/0/emailAddress").asString()).isEqualTo(OWNER_EMAIL);
        assertThat(older.put(ALL + "/" + id + "/roles", "{'groupRoles':['GROUP_READ_ONLY']}")
                        .text())
                .isEqualTo("{\"groupRoles\":[\"GROUP_READ_ONLY\"]}");
        assertThat(older.delete(ALL + "/" + id).status()).isEqualTo(204);
    }

    @Test
    void forgetsRolesWithTheProject() {
        String project = owner.post("/groups", "{'name':'new','orgId':'" + ORGANIZATION + "'}")
                .json()
                .path("id")
                .asString();
        owner.delete("/groups/" + project);

        assertThat(List.of(owner.get(MEMBERS)
                        .json()
                        .at("/results/0/roles/groupRoleAssignments")
                        .size()))
                .containsExactly(1);
    }

    private Answer add(String username, String role) {
        return owner.post(ALL, "{'username':'" + username + "','roles':['" + role + "']}");
    }
}
