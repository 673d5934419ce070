package io.telamon.control.person.invitation;

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
class InvitationOperationsTest {

    private static final String OF_ORGANIZATION = "/orgs/" + ORGANIZATION + "/invites";
    private static final String OF_PROJECT = "/groups/" + PROJECT + "/invites";
    private static final String MEMBERS = "/orgs/" + ORGANIZATION + "/users";
    private static final String NOBODY = "111111111111111111111111";

    private TestControlPlane plane;
    private TestClient owner;
    private TestClient newest;

    @BeforeEach
    void start(TestControlPlane running) {
        plane = running;
        newest = plane.owner();
        owner = newest.accepting("application/vnd.atlas.2023-01-01+json");
    }

    @Test
    void showsAnInvitationToTheOrganizationAsRecorded() {
        Answer created = inviteToOrganization("ann@example.org");
        String id = created.json().path("id").asString();

        assertThat(created.status()).isEqualTo(200);
        assertThat(created.header("Deprecation")).isEqualTo("Wed, 19 Feb 2025 00:00:00 GMT");
        assertThat(created.header("Sunset")).isEqualTo("Thu, 1 Jul 2027 00:00:00 GMT");
        assertThat(created.json().propertyNames())
                .containsExactly(
                        "createdAt",
                        "expiresAt",
                        "groupRoleAssignments",
                        "id",
                        "inviterUsername",
                        "orgId",
                        "orgName",
                        "roles",
                        "teamIds",
                        "username");
        assertThat(owner.get(OF_ORGANIZATION + "/" + id).text()).isEqualTo(created.text());
        assertThat(owner.get(OF_ORGANIZATION).text()).isEqualTo("[" + created.text() + "]");
        assertThat(owner.get(OF_ORGANIZATION + "?username=bob@example.org").text())
                .isEqualTo("[]");
        assertThat(newest.get(MEMBERS + "?orgMembershipStatus=PENDING")
                        .json()
                        .at("/results/0/username")
                        .asString())
                .isEqualTo("ann@example.org");
    }

    @Test
    void changesAnInvitationToTheOrganizationByNameAndById() {
        String id = inviteToOrganization("ann@example.org").json().path("id").asString();

        Answer byName = owner.patch(OF_ORGANIZATION, "{'username':'ann@example.org','roles':['ORG_READ_ONLY']}");
        assertThat(byName.json().path("roles").toString()).isEqualTo("[\"ORG_READ_ONLY\"]");
        Answer byId = owner.patch(
                OF_ORGANIZATION + "/" + id,
                "{'groupRoleAssignments':[{'groupId':'" + PROJECT + "','roles':['GROUP_OWNER']}]}");
        assertThat(byId.json().path("roles").toString()).isEqualTo("[\"ORG_READ_ONLY\"]");
        assertThat(byId.json().path("groupRoleAssignments").toString())
                .isEqualTo("[{\"groupId\":\"" + PROJECT + "\",\"groupRole\":\"GROUP_OWNER\"}]");
    }

    @Test
    void refusesInvitationsThatAreNotThereOrMakeNoSense() {
        String id = inviteToOrganization("ann@example.org").json().path("id").asString();
        String toProject = inviteToProject("bob@example.org").json().path("id").asString();

        assertThat(inviteToOrganization("Ann@example.org").errorCode()).isEqualTo("USER_ALREADY_EXISTS");
        assertThat(inviteToProject("bob@example.org").errorCode()).isEqualTo("USER_ALREADY_EXISTS");
        assertThat(inviteToProject(OWNER_EMAIL).errorCode()).isEqualTo("USER_ALREADY_EXISTS");
        assertThat(inviteToProject("nobody").errorCode()).isEqualTo("INVALID_USERNAME");
        assertThat(owner.post(OF_ORGANIZATION, "{'roles':['ORG_MEMBER']}").errorCode())
                .isEqualTo("MISSING_ATTRIBUTE");
        assertThat(owner.post(OF_PROJECT, "{'username':'c@example.org','roles':['ORG_OWNER']}")
                        .errorCode())
                .isEqualTo("CANNOT_ADD_ORG_ROLE");
        for (String all : List.of(OF_ORGANIZATION, OF_PROJECT)) {
            assertThat(owner.get(all + "/" + NOBODY).status()).isEqualTo(404);
            assertThat(owner.delete(all + "/" + NOBODY).status()).isEqualTo(404);
            assertThat(owner.patch(all + "/" + NOBODY, "{'roles':[]}").errorCode())
                    .isEqualTo("INVALID_INVITATION_ID");
            assertThat(owner.patch(all, "{'username':'nobody@example.org'}").errorCode())
                    .isEqualTo("USERNAME_NOT_FOUND");
        }
        assertThat(owner.delete(OF_ORGANIZATION + "/" + toProject).errorCode())
                .isEqualTo("CANNOT_DELETE_GROUP_INVITATION");
        assertThat(owner.delete(OF_PROJECT + "/" + id).errorCode()).isEqualTo("CANNOT_DELETE_ORG_INVITATION");
    }

    @Test
    void showsChangesAndDeletesAnInvitationToTheProject() {
        Answer created = inviteToProject("ann@example.org");
        String one = OF_PROJECT + "/" + created.json().path("id").asString();

        assertThat(created.json().propertyNames())
                .containsExactly(
                        "createdAt", "expiresAt", "groupId", "groupName", "id", "inviterUsername", "roles", "username");
        assertThat(owner.get(one).text()).isEqualTo(created.text());
        assertThat(owner.get(OF_PROJECT + "?username=ANN@example.org").text()).isEqualTo("[" + created.text() + "]");
        assertThat(owner.patch(one, "{'roles':['GROUP_OWNER']}")
                        .json()
                        .path("roles")
                        .toString())
                .isEqualTo("[\"GROUP_OWNER\"]");
        assertThat(newest.get(MEMBERS).json().path("totalCount").asInt()).isEqualTo(1);
        assertThat(owner.delete(one).status()).isEqualTo(204);
        assertThat(owner.get(OF_PROJECT).text()).isEqualTo("[]");
    }

    @Test
    void letsAnInvitedPersonAcceptByTheIdOfTheInvitation() {
        String id = inviteToOrganization("ann@example.org").json().path("id").asString();

        Answer accepted = accept(id);

        assertThat(accepted.status()).isEqualTo(200);
        assertThat(accepted.json().path("orgMembershipStatus").asString()).isEqualTo("ACTIVE");
        assertThat(accepted.json().at("/roles/orgRoles").toString()).isEqualTo("[\"ORG_MEMBER\"]");
        assertThat(accepted.json().path("firstName").asString()).isEqualTo("ann");
        assertThat(owner.get(OF_ORGANIZATION).text()).isEqualTo("[]");
        assertThat(accept(id).status()).isEqualTo(404);
        JsonNode event = newest.get("/orgs/" + ORGANIZATION + "/events?eventType=JOINED_ORG")
                .json()
                .at("/results/0");
        assertThat(event.path("username").asString()).isEqualTo("ann@example.org");
        assertThat(event.path("userId").asString())
                .isEqualTo(accepted.json().path("id").asString());
        assertThat(event.path("targetUsername").asString()).isEqualTo("ann@example.org");
        assertThat(event.has("publicKey")).isFalse();
    }

    @Test
    void makesAMemberOfWhoAcceptsAnInvitationToAProject() {
        String id = inviteToProject("ann@example.org").json().path("id").asString();

        Answer accepted = accept(id);

        assertThat(accepted.json().at("/roles/orgRoles").toString()).isEqualTo("[\"ORG_MEMBER\"]");
        assertThat(accepted.json()
                        .at("/roles/groupRoleAssignments/0/groupRoles")
                        .toString())
                .isEqualTo("[\"GROUP_READ_ONLY\"]");
        assertThat(owner.get(OF_PROJECT).text()).isEqualTo("[]");
    }

    @Test
    void letsAnInvitedPersonAcceptEverythingByTheirOwnId() {
        String person = newest.post(
                        MEMBERS, "{'username':'ann@example.org','roles':{'orgRoles':['ORG_BILLING_ADMIN']}}")
                .json()
                .path("id")
                .asString();
        inviteToProject("ann@example.org");

        JsonNode accepted = accept(person).json();

        assertThat(accepted.path("id").asString()).isEqualTo(person);
        assertThat(accepted.at("/roles/orgRoles").toString()).isEqualTo("[\"ORG_BILLING_ADMIN\"]");
        assertThat(accepted.at("/roles/groupRoleAssignments/0/groupRoles").toString())
                .isEqualTo("[\"GROUP_READ_ONLY\"]");
        assertThat(accept(person).errorCode()).isEqualTo("RESOURCE_NOT_FOUND");
    }

    @Test
    void letsNobodyAcceptForOtherOrganizations() {
        String id = inviteToOrganization("ann@example.org").json().path("id").asString();

        assertThat(plane.otherOwner()
                        .post("/telamon/v1/invitations/" + id + ":accept", "{}")
                        .errorCode())
                .isEqualTo("RESOURCE_NOT_FOUND");
        assertThat(plane.reader()
                        .post("/telamon/v1/invitations/" + id + ":accept", "{}")
                        .errorCode())
                .isEqualTo("USER_UNAUTHORIZED");
    }

    @Test
    void letsAnOwnerLeaveOnceAnotherHasAccepted() {
        String person = newest.get(MEMBERS).json().at("/results/0/id").asString();
        String other = newest.post(MEMBERS, "{'username':'ann@example.org','roles':{'orgRoles':['ORG_OWNER']}}")
                .json()
                .path("id")
                .asString();

        assertThat(newest.delete(MEMBERS + "/" + person).errorCode()).isEqualTo("CANNOT_DELETE_LAST_ADMIN");
        accept(other);
        assertThat(newest.delete(MEMBERS + "/" + person).status()).isEqualTo(204);
        assertThat(newest.get("/orgs/" + ORGANIZATION + "/events")
                        .json()
                        .at("/results/0/eventTypeName")
                        .asString())
                .isEqualTo("REMOVED_FROM_ORG");
    }

    @Test
    void addsPeopleToProjectsInTheOlderVersion() {
        TestClient second = newest.accepting("application/vnd.atlas.2023-02-01+json");
        String access = "/groups/" + PROJECT + "/access";

        Answer invited = second.post(access, "{'username':'ann@example.org','roles':['GROUP_OWNER']}");
        assertThat(invited.json().path("orgName").asString()).isEqualTo("Test organization");
        assertThat(invited.json().at("/groupRoleAssignments/0/groupRole").asString())
                .isEqualTo("GROUP_OWNER");
        accept(inviteToOrganization("bob@example.org").json().path("id").asString());
        Answer added = second.post(access, "{'username':'bob@example.org','roles':['GROUP_READ_ONLY']}");
        assertThat(added.status()).isEqualTo(200);
        assertThat(added.text()).isEqualTo("{}");
    }

    private Answer inviteToOrganization(String username) {
        return owner.post(OF_ORGANIZATION, "{'username':'" + username + "','roles':['ORG_MEMBER']}");
    }

    private Answer inviteToProject(String username) {
        return owner.post(OF_PROJECT, "{'username':'" + username + "','roles':['GROUP_READ_ONLY']}");
    }

    private Answer accept(String id) {
        return newest.post("/telamon/v1/invitations/" + id + ":accept", "{}");
    }
}
