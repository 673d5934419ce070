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
class OrganizationUserOperationsTest {

    private static final String ALL = "/orgs/" + ORGANIZATION + "/users";

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

        assertThat(answer.json().path("totalCount").asInt()).isEqualTo(1);
        assertThat(answer.json().at("/links/0/href").asString())
                .endsWith("/users?includeCount=true&pageNum=1&itemsPerPage=100");
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
                        "teamIds",
                        "username");
        assertThat(person.path("mobileNumber").isNull()).isTrue();
        assertThat(person.path("username").asString()).isEqualTo(OWNER_EMAIL);
        assertThat(person.path("roles").toString())
                .isEqualTo(("{'groupRoleAssignments':[{'groupId':'" + PROJECT
                                + "','groupRoles':['GROUP_OWNER']}],'orgRoles':['ORG_OWNER']}")
                        .replace('\'', '"'));
        assertThat(owner.get(ALL + "/" + person.path("id").asString()).text()).isEqualTo(person.toString());
    }

    @Test
    void showsActiveMembersAsAccountsInOlderVersions() {
        invite("ann@example.org");
        TestClient older = owner.accepting("application/vnd.atlas.2023-01-01+json");

        Answer answer = older.get(ALL);

        assertThat(answer.json().path("totalCount").asInt()).isEqualTo(1);
        assertThat(answer.header("Sunset")).isEqualTo("Thu, 1 Jul 2027 00:00:00 GMT");
        JsonNode account = answer.json().at("/results/0");
        assertThat(account.propertyNames())
                .containsExactly(
                        "country",
                        "createdAt",
                        "emailAddress",
                        "firstName",
                        "id",
                        "lastAuth",
                        "lastName",
                        "links",
                        "roles",
                        "teamIds",
                        "username");
        String id = account.path("id").asString();
        assertThat(account.path("links").toString())
                .isEqualTo("[{\"href\":\"" + owner.origin() + "/api/atlas/v2/users/" + id + "\",\"rel\":\"self\"}]");
        assertThat(account.path("roles").toString())
                .isEqualTo(("[{'orgId':'" + ORGANIZATION + "','roleName':'ORG_OWNER'},{'groupId':'" + PROJECT
                                + "','roleName':'GROUP_OWNER'}]")
                        .replace('\'', '"'));
    }

    @Test
    void invitesSomebodyWithRolesAndTeams() {
        String team = owner.post("/orgs/" + ORGANIZATION + "/teams", "{'name':'builders'}")
                .json()
                .path("id")
                .asString();

        Answer answer = owner.post(
                ALL,
                "{'username':'ann@example.org','roles':{'orgRoles':['ORG_MEMBER'],'groupRoleAssignments':[{'groupId':'"
                        + PROJECT + "','groupRoles':['GROUP_READ_ONLY']}]},'teamIds':['" + team + "']}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().propertyNames())
                .containsExactly(
                        "id",
                        "invitationCreatedAt",
                        "invitationExpiresAt",
                        "inviterUsername",
                        "orgMembershipStatus",
                        "roles",
                        "teamIds",
                        "username");
        assertThat(answer.json().path("orgMembershipStatus").asString()).isEqualTo("PENDING");
        assertThat(answer.json()
                        .at("/roles/groupRoleAssignments/0/groupRoles/0")
                        .asString())
                .isEqualTo("GROUP_READ_ONLY");
        assertThat(answer.json().path("teamIds").toString()).isEqualTo("[\"" + team + "\"]");
        assertThat(events()).contains("INVITED_TO_ORG", "INVITED_TO_TEAM");
        assertThat(owner.get("/orgs/" + ORGANIZATION + "/events?eventType=INVITED_TO_ORG")
                        .json()
                        .at("/results/0/targetUsername")
                        .asString())
                .isEqualTo("ann@example.org");
    }

    @Test
    void filtersMembersByStatusAndNameWhateverItsCase() {
        invite("ann@example.org");

        assertThat(names("?orgMembershipStatus=PENDING")).containsExactly("ann@example.org");
        assertThat(names("?orgMembershipStatus=ACTIVE")).containsExactly(OWNER_EMAIL);
        assertThat(names("?username=Ann@Example.org")).containsExactly("ann@example.org");
        assertThat(names("?itemsPerPage=1&pageNum=2")).containsExactly("ann@example.org");
        assertThat(owner.get(ALL + "?orgMembershipStatus=GONE").errorCode()).isEqualTo("INVALID_ENUM_VALUE");
    }

    @Test
    void refusesInvitationsThatMakeNoSense() {
        invite("ann@example.org");

        assertThat(invitation("ANN@example.org", "'orgRoles':['ORG_MEMBER']").errorCode())
                .isEqualTo("USER_ALREADY_EXISTS");
        assertThat(invitation(OWNER_EMAIL, "'orgRoles':['ORG_MEMBER']").status())
                .isEqualTo(409);
        assertThat(invitation("nobody", "'orgRoles':['ORG_MEMBER']").errorCode())
                .isEqualTo("INVALID_USERNAME");
        assertThat(invitation("bob@example.org", "'orgRoles':['GROUP_OWNER']").errorCode())
                .isEqualTo("CANNOT_ADD_GROUP_ROLE");
        assertThat(invitation("bob@example.org", "'orgRoles':[]").errorCode()).isEqualTo("VALIDATION_ERROR");
        String foreign = "'orgRoles':['ORG_MEMBER'],'groupRoleAssignments':[{'groupId':'" + "1".repeat(24)
                + "','groupRoles':['GROUP_OWNER']}]";
        assertThat(invitation("bob@example.org", foreign).errorCode()).isEqualTo("GROUP_NOT_FOUND");
        assertThat(names("")).containsExactly(OWNER_EMAIL, "ann@example.org");
    }

    @Test
    void changesRolesAndTeamsAndKeepsWhatIsNotNamed() {
        String id = invite("ann@example.org");
        String inProject = "{'roles':{'orgRoles':['ORG_READ_ONLY'],'groupRoleAssignments':[{'groupId':'" + PROJECT
                + "','groupRoles':['GROUP_OWNER']}]}}";
        owner.patch(ALL + "/" + id, inProject);

        Answer kept = owner.patch(ALL + "/" + id, "{'roles':{'orgRoles':['ORG_BILLING_ADMIN']}}");
        assertThat(kept.json().at("/roles/orgRoles").toString()).isEqualTo("[\"ORG_BILLING_ADMIN\"]");
        assertThat(kept.json().at("/roles/groupRoleAssignments").size()).isEqualTo(1);

        Answer emptied = owner.patch(
                ALL + "/" + id, "{'roles':{'orgRoles':['ORG_MEMBER'],'groupRoleAssignments':[]},'teamIds':[]}");
        assertThat(emptied.json().at("/roles/groupRoleAssignments").isEmpty()).isTrue();
    }

    @Test
    void addsAndRemovesARole() {
        String id = invite("ann@example.org");

        Answer added = owner.post(ALL + "/" + id + ":addRole", "{'orgRole':'ORG_READ_ONLY'}");
        assertThat(added.status()).isEqualTo(200);
        assertThat(added.json().at("/roles/orgRoles").size()).isEqualTo(2);
        owner.post(ALL + "/" + id + ":removeRole", "{'orgRole':'ORG_MEMBER'}");
        Answer last = owner.post(ALL + "/" + id + ":removeRole", "{'orgRole':'ORG_READ_ONLY'}");
        assertThat(last.status()).isEqualTo(403);
        assertThat(last.errorCode()).isEqualTo("CANNOT_REMOVE_ALL_USER_ROLES");
    }

    @Test
    void keepsTheLastOwnerAmongPeopleAndAmongCallers() {
        String person = owner.get(ALL).json().at("/results/0/id").asString();
        String other = invite("ann@example.org");
        owner.post(ALL + "/" + other + ":addRole", "{'orgRole':'ORG_OWNER'}");

        assertThat(owner.delete(ALL + "/" + person).errorCode()).isEqualTo("CANNOT_DELETE_LAST_ADMIN");
        assertThat(owner.patch(ALL + "/" + person, "{'roles':{'orgRoles':['ORG_MEMBER']}}")
                        .errorCode())
                .isEqualTo("CANNOT_DEMOTE_LAST_ORG_OWNER");
        assertThat(owner.accepting("application/vnd.atlas.2023-01-01+json")
                        .put(ALL + "/" + person + "/roles", "{'orgRoles':['ORG_MEMBER']}")
                        .errorCode())
                .isEqualTo("CANNOT_DEMOTE_LAST_ORG_OWNER");
    }

    @Test
    void removesAMemberWithRolesAndTeams() {
        String id = invite("ann@example.org");
        owner.post("/groups/" + PROJECT + "/users", "{'username':'ann@example.org','roles':['GROUP_OWNER']}");

        assertThat(owner.accepting("application/vnd.atlas.2023-01-01+json")
                        .delete(ALL + "/" + id)
                        .errorCode())
                .isEqualTo("USER_NOT_FOUND");
        assertThat(owner.delete(ALL + "/" + id).status()).isEqualTo(204);
        assertThat(owner.get(ALL + "/" + id).errorCode()).isEqualTo("USER_NOT_FOUND");
        assertThat(owner.get("/groups/" + PROJECT + "/users")
                        .json()
                        .path("totalCount")
                        .asInt())
                .isEqualTo(1);
        assertThat(events()).contains("ORG_INVITATION_DELETED");
    }

    @Test
    void replacesTheRolesOfActiveMembersInOlderVersions() {
        String person = owner.get(ALL).json().at("/results/0/id").asString();
        TestClient older = owner.accepting("application/vnd.atlas.2023-01-01+json");

        Answer answer = older.put(ALL + "/" + person + "/roles", "{'orgRoles':['ORG_OWNER','ORG_READ_ONLY']}");

        assertThat(answer.text()).isEqualTo("{\"orgRoles\":[\"ORG_OWNER\",\"ORG_READ_ONLY\"]}");
        assertThat(owner.get(ALL).json().at("/results/0/roles/orgRoles").size()).isEqualTo(2);
        assertThat(older.put(ALL + "/" + invite("ann@example.org") + "/roles", "{'orgRoles':['ORG_OWNER']}")
                        .errorCode())
                .isEqualTo("USER_NOT_FOUND");
    }

    @Test
    void knowsNobodyOfOtherOrganizations() {
        TestClient other = plane.otherOwner();
        String organization = other.get("/orgs").json().at("/results/0/id").asString();
        String id = invite("ann@example.org");

        assertThat(other.get("/orgs/" + organization + "/users/" + id).errorCode())
                .isEqualTo("USER_NOT_FOUND");
        JsonNode theirs = other.get("/orgs/" + organization + "/users").json().path("results");
        assertThat(theirs.size()).isEqualTo(1);
        assertThat(theirs.at("/0/username").asString()).isEqualTo(OWNER_EMAIL);
        assertThat(theirs.at("/0/roles/groupRoleAssignments").isEmpty()).isTrue();
        assertThat(other.delete("/orgs/" + organization).status()).isEqualTo(204);
        assertThat(names("")).containsExactly(OWNER_EMAIL, "ann@example.org");
    }

    @Test
    void checksTheOwnersOfNewOrganizationsAndProjects() {
        String id = invite("ann@example.org");
        String key = "'apiKey':{'desc':'first','roles':['ORG_OWNER']}";

        for (String nobody : List.of(id, "1".repeat(24))) {
            assertThat(owner.post("/orgs", "{'name':'new','orgOwnerId':'" + nobody + "'," + key + "}")
                            .errorCode())
                    .isEqualTo("USER_NOT_FOUND");
            assertThat(owner.post("/groups?projectOwnerId=" + nobody, "{'name':'new','orgId':'" + ORGANIZATION + "'}")
                            .errorCode())
                    .isEqualTo("USER_NOT_FOUND");
        }
        String person = owner.get(ALL).json().at("/results/0/id").asString();
        Answer project =
                owner.post("/groups?projectOwnerId=" + person, "{'name':'new','orgId':'" + ORGANIZATION + "'}");
        assertThat(project.status()).isEqualTo(201);
        String users = "/groups/" + project.json().path("id").asString() + "/users";
        assertThat(owner.get(users).json().at("/results/0/roles").toString()).isEqualTo("[\"GROUP_OWNER\"]");
    }

    private String invite(String username) {
        return invitation(username, "'orgRoles':['ORG_MEMBER']")
                .json()
                .path("id")
                .asString();
    }

    private Answer invitation(String username, String roles) {
        return owner.post(ALL, "{'username':'" + username + "','roles':{" + roles + "}}");
    }

    private List<String> names(String query) {
        return owner.get(ALL + query).json().path("results").values().stream()
                .map(person -> person.path("username").asString())
                .toList();
    }

    private List<String> events() {
        return owner.get("/orgs/" + ORGANIZATION + "/events").json().path("results").values().stream()
                .map(event -> event.path("eventTypeName").asString())
                .toList();
    }
}
