package io.telamon.control.api;

import static io.telamon.control.TestControlPlane.ORGANIZATION;
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

/** Version 1.0 of the API, as its old clients use it. */
@WithControlPlane
class FirstVersionTest {

    private static final String V1 = "/api/atlas/v1.0";
    private static final String IN_PROJECT = V1 + "/groups/" + PROJECT;

    private TestControlPlane plane;
    private TestClient owner;

    @BeforeEach
    void start(TestControlPlane running) {
        plane = running;
        owner = plane.owner().accepting("application/json");
    }

    @Test
    void servesWithoutAVersionInMediaTypesAndWithLinksToItself() {
        Answer one = owner.get(IN_PROJECT);

        assertThat(one.status()).as(one.text()).isEqualTo(200);
        assertThat(one.header("Content-Type")).isEqualTo("application/json");
        assertThat(one.header("RateLimit-Limit")).isEmpty();
        assertThat(one.header("X-Java-Method")).isEqualTo("getGroup");
        assertThat(one.json().at("/links/0/href").asString()).isEqualTo(owner.origin() + IN_PROJECT);
        assertThat(owner.get(V1 + "/groups?itemsPerPage=1")
                        .json()
                        .at("/links/0/href")
                        .asString())
                .startsWith(owner.origin() + V1 + "/groups?");
        assertThat(plane.owner()
                        .get("/groups/" + PROJECT)
                        .json()
                        .at("/links/0/href")
                        .asString())
                .doesNotContain("v1.0");
    }

    @ParameterizedTest
    @CsvSource({
        "/groups, listGroups",
        "/groups/{project}/accessList, listGroupAccessListEntries",
        "/groups/{project}/whitelist, listGroupAccessListEntries",
        "/groups/{project}/databaseUsers, listGroupDatabaseUsers",
        "/groups/{project}/customDBRoles/roles, listGroupCustomDbRoleRoles",
        "/groups/{project}/clusters, listGroupClusters",
        "/groups/{project}/apiKeys, listGroupApiKeys",
        "/groups/{project}/events, listGroupEvents",
        "/orgs, listOrgs",
        "/orgs/{organization}, getOrg",
        "/orgs/{organization}/groups, getOrgGroups",
        "/orgs/{organization}/apiKeys, listOrgApiKeys",
        "/orgs/{organization}/teams, listOrgTeams",
    })
    void servesWhatOldClientsCall(String path, String operation) {
        Answer answer = owner.get(V1 + path.replace("{project}", PROJECT).replace("{organization}", ORGANIZATION));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("X-Java-Method")).isEqualTo(operation);
    }

    @Test
    void keepsTheFormerNameOfTheAccessList() {
        Answer made = owner.post(IN_PROJECT + "/whitelist", "[{'ipAddress':'192.0.2.1','comment':'one'}]");

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.json().at("/results/0/links/0/href").asString())
                .isEqualTo(owner.origin() + IN_PROJECT + "/whitelist/192.0.2.1%2F32");
        assertThat(owner.get(IN_PROJECT + "/accessList/192.0.2.1")
                        .json()
                        .at("/links/0/href")
                        .asString())
                .isEqualTo(owner.origin() + IN_PROJECT + "/accessList/192.0.2.1%2F32");
        assertThat(owner.delete(IN_PROJECT + "/whitelist/192.0.2.1").status()).isEqualTo(204);
        assertThat(plane.owner()
                        .get("/groups/" + PROJECT + "/accessList/192.0.2.1")
                        .status())
                .isEqualTo(404);
        assertThat(plane.owner().get("/groups/" + PROJECT + "/whitelist").errorCode())
                .isEqualTo("RESOURCE_NOT_FOUND");
    }

    @Test
    void makesChangesAndDeletesDatabaseUsers() {
        String one = IN_PROJECT + "/databaseUsers/admin/vault";

        Answer made = owner.post(
                IN_PROJECT + "/databaseUsers",
                "{'databaseName':'admin','username':'vault','password':'correct-horse',"
                        + "'roles':[{'roleName':'read','databaseName':'app'}]}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(owner.send("PATCH", one, "{'roles':[{'roleName':'readWrite','databaseName':'app'}]}")
                        .json()
                        .at("/roles/0/roleName")
                        .asString())
                .isEqualTo("readWrite");
        assertThat(owner.delete(one).status()).isEqualTo(204);
        assertThat(owner.get(one).errorCode()).isEqualTo("USERNAME_NOT_FOUND");
    }

    @Test
    void namesWhatIsNotServedYetAndMissesWhatBeganLater() {
        assertThat(owner.get(IN_PROJECT + "/auditLog").errorCode()).isEqualTo("NOT_IMPLEMENTED");
        assertThat(owner.get(IN_PROJECT + "/flexClusters").errorCode()).isEqualTo("RESOURCE_NOT_FOUND");
        assertThat(owner.get(V1 + "/nothing").errorCode()).isEqualTo("RESOURCE_NOT_FOUND");
        assertThat(owner.send("PUT", IN_PROJECT + "/clusters/one", "").errorCode())
                .isEqualTo("METHOD_NOT_ALLOWED");
        assertThat(plane.stranger().get(V1 + "/groups").status()).isEqualTo(401);
    }

    @Test
    void tellsFlexClustersFromItsOwn() {
        plane.owner()
                .post(
                        "/groups/" + PROJECT + "/flexClusters",
                        "{'name':'first','providerSettings':{'backingProviderName':'AWS','regionName':'US_EAST_1'}}");

        assertThat(owner.get(IN_PROJECT + "/clusters/first").errorCode())
                .isEqualTo("CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API");
    }

    @Test
    void endsWithTheLastOfTheDatedVersions() {
        plane.owner().put("/telamon/v1/calendar", "{'calendar':'serverless'}");
        assertThat(owner.get(IN_PROJECT + "/serverless").status()).isEqualTo(200);

        plane.owner().put("/telamon/v1/calendar", "{'calendar':'2027-02-01'}");
        assertThat(owner.get(IN_PROJECT + "/serverless").errorCode()).isEqualTo("VERSION_GONE");
        assertThat(owner.get(IN_PROJECT + "/clusters").status())
                .as("another version than the oldest goes on")
                .isEqualTo(200);
    }
}
