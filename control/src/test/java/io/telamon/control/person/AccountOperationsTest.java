package io.telamon.control.person;

import static io.telamon.control.TestControlPlane.ORGANIZATION;
import static io.telamon.control.TestControlPlane.OWNER_EMAIL;
import static io.telamon.control.TestControlPlane.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.TestClient;
import io.telamon.control.TestClient.Answer;
import io.telamon.control.TestControlPlane;
import io.telamon.control.WithControlPlane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@WithControlPlane
class AccountOperationsTest {

    private TestControlPlane plane;
    private TestClient owner;

    @BeforeEach
    void start(TestControlPlane running) {
        plane = running;
        owner = plane.owner().accepting("application/vnd.atlas.2023-01-01+json");
    }

    @Test
    void findsAnAccountByIdAndByName() {
        Answer byName = owner.get("/users/byName/" + OWNER_EMAIL);
        String id = byName.json().path("id").asString();

        assertThat(byName.json().path("emailAddress").asString()).isEqualTo(OWNER_EMAIL);
        assertThat(owner.get("/users/" + id).text()).isEqualTo(byName.text());
        assertThat(owner.get("/api/atlas/v1.0/users/" + id)
                        .json()
                        .at("/links/0/href")
                        .asString())
                .endsWith("/api/atlas/v1.0/users/" + id);
        assertThat(owner.get("/users/" + "1".repeat(24)).errorCode()).isEqualTo("USER_NOT_FOUND");
        assertThat(owner.get("/users/byName/nobody@example.org").errorCode()).isEqualTo("USERNAME_NOT_FOUND");
    }

    @Test
    void makesAnAccountThatIsInvited() {
        Answer answer = owner.post(
                "/users", account("ann@example.org", "{'orgId':'" + ORGANIZATION + "','roleName':'ORG_READ_ONLY'}"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("firstName").asString()).isEqualTo("Ann");
        assertThat(answer.json().at("/roles/0/roleName").asString()).isEqualTo("ORG_READ_ONLY");
        assertThat(answer.json().has("password")).isFalse();
        JsonNode member = plane.owner()
                .get("/orgs/" + ORGANIZATION + "/users?username=ann@example.org")
                .json()
                .at("/results/0");
        assertThat(member.path("orgMembershipStatus").asString()).isEqualTo("PENDING");
        assertThat(owner.get("/users/byName/ann@example.org").status()).isEqualTo(200);
        assertThat(owner.post("/users", account("ANN@example.org", "")).errorCode())
                .isEqualTo("USER_ALREADY_EXISTS");
    }

    @Test
    void refusesRolesThatTheCallerCannotGive() {
        TestClient reader = plane.reader().accepting("application/vnd.atlas.2023-01-01+json");
        String inOrganization = "{'orgId':'" + ORGANIZATION + "','roleName':'ORG_OWNER'}";
        String inProject = "{'groupId':'" + PROJECT + "','roleName':'GROUP_OWNER'}";

        assertThat(reader.post("/users", account("ann@example.org", inOrganization))
                        .errorCode())
                .isEqualTo("NOT_ORG_USER_ADMIN");
        assertThat(reader.post("/users", account("ann@example.org", inProject)).errorCode())
                .isEqualTo("NOT_GROUP_USER_ADMIN");
        assertThat(owner.post("/users", account("ann@example.org", "{'roleName':'ORG_OWNER'}"))
                        .errorCode())
                .isEqualTo("ROLE_NEEDS_ORG_ID");
        assertThat(owner.post("/users", account("ann@example.org", "{'roleName':'GROUP_OWNER'}"))
                        .errorCode())
                .isEqualTo("ROLE_NEEDS_GROUP_ID");
        assertThat(owner.get("/users/byName/ann@example.org").status()).isEqualTo(404);
    }

    @Test
    void showsNobodyOfOtherOrganizations() {
        owner.post("/users", account("ann@example.org", "{'groupId':'" + PROJECT + "','roleName':'GROUP_OWNER'}"));
        TestClient other = plane.otherOwner().accepting("application/vnd.atlas.2023-01-01+json");

        assertThat(other.get("/users/byName/ann@example.org").errorCode()).isEqualTo("USERNAME_NOT_FOUND");
    }

    private static String account(String username, String role) {
        return "{'username':'" + username + "','password':'not-to-be-kept','country':'IE','firstName':'Ann',"
                + "'lastName':'Example','emailAddress':'" + username + "','roles':[" + role + "]}";
    }
}
