package io.telamon.control.database;

import static io.telamon.control.TestControlPlane.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.TestClient;
import io.telamon.control.TestClient.Answer;
import io.telamon.control.TestControlPlane;
import io.telamon.control.WithControlPlane;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithControlPlane
class RoleOperationsTest {

    private static final String ALL = "/groups/" + PROJECT + "/customDBRoles/roles";
    private static final String FIND = "{'action':'FIND','resources':[{'db':'shop','collection':'things'}]}";

    private TestControlPlane plane;
    private TestClient owner;

    @BeforeEach
    void start(TestControlPlane running) {
        plane = running;
        owner = plane.owner();
    }

    @Test
    void areCreatedChangedAndDeleted() {
        Answer made = owner.post(ALL, role("clerk", FIND, "{'db':'admin','role':'enableSharding'}"));

        assertThat(made.status()).as(made.text()).isEqualTo(202);
        assertThat(made.json().propertyNames()).containsExactly("actions", "inheritedRoles", "roleName");
        assertThat(owner.get(ALL).json().isArray()).as("a bare list").isTrue();
        assertThat(owner.get(ALL + "/clerk").json()).isEqualTo(made.json());

        Answer changed =
                owner.patch(ALL + "/clerk", "{'actions':[{'action':'LIST_SESSIONS','resources':[{'cluster':true}]}]}");
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.json().at("/actions/0/resources/0/cluster").asBoolean())
                .isTrue();
        assertThat(changed.json().at("/inheritedRoles/0/role").asString()).isEqualTo("enableSharding");

        assertThat(owner.delete(ALL + "/clerk").status()).isEqualTo(204);
        assertThat(owner.get(ALL + "/clerk").errorCode()).isEqualTo("ATLAS_CUSTOM_ROLE_NOT_FOUND");
        assertThat(owner.get(ALL).text()).isEqualTo("[]");
    }

    @Test
    void areRefusedWhereTheyAreWrongAndThenNotMade() {
        refused(role("clerk", "", ""), "ATLAS_CUSTOM_ROLE_HAS_NO_PERMISSIONS");
        refused(role("a clerk", FIND, ""), "ATLAS_CUSTOM_ROLE_INVALID_NAME");
        refused(role("xgen-clerk", FIND, ""), "ATLAS_RESERVED_CUSTOM_ROLE_RESTRICTED");
        refused(role("readWrite", FIND, ""), "ATLAS_INVALID_CUSTOM_ROLE_RESTRICTED");
        refused(role("killOpSession", FIND, ""), "ATLAS_INVALID_CUSTOM_ROLE_RESTRICTED");
        refused(role("autoCompact", FIND, ""), "ATLAS_INVALID_CUSTOM_ROLE_RESTRICTED");
        refused(role("manageShardBalancer", FIND, ""), "ATLAS_INVALID_CUSTOM_ROLE_RESTRICTED");
        refused(role("clerk", FIND, "{'db':'shop','role':'killOpSession'}"), "ATLAS_INVALID_ROLE_DATABASE");
        refused(role("clerk", FIND, "{'db':'admin','role':'nobody'}"), "ATLAS_INVALID_CUSTOM_ROLE_INHERITANCE");
        refused(role("clerk", FIND, "{'db':'admin','role':'clerk'}"), "ATLAS_INVALID_CUSTOM_ROLE_SELF_REFERENTIAL");
        assertThat(owner.post(ALL, role("clerk", FIND.replace("FIND", "FLY"), ""))
                        .status())
                .isEqualTo(400);
        assertThat(owner.get(ALL).text()).isEqualTo("[]");

        owner.post(ALL, role("clerk", FIND, ""));
        refused(role("clerk", FIND, ""), "ATLAS_CUSTOM_ROLE_NAME_ALREADY_EXISTS");
    }

    @Test
    void sayOfEveryActionOnWhatItIsAllowed() {
        refused(role("clerk", "{'action':'FIND'}", ""), "MISSING_ATTRIBUTE");
        refused(role("clerk", "{'action':'FIND','resources':[]}", ""), "MISSING_ATTRIBUTE");
        refused(role("clerk", on("{}"), ""), "MISSING_ATTRIBUTE");
        refused(role("clerk", on("{'cluster':false}"), ""), "MISSING_ATTRIBUTE");
        refused(role("clerk", on("{'db':''}"), ""), "MISSING_ATTRIBUTE");
        refused(role("clerk", on("{'collection':'things'}"), ""), "MISSING_ATTRIBUTE");
        assertThat(owner.post(ALL, role("clerk", FIND + "," + on("{}").replace("FIND", "INSERT"), ""))
                        .json()
                        .at("/badRequestDetail/fields/0/field")
                        .asString())
                .isEqualTo("actions[1].resources[0].db");

        owner.post(ALL, role("clerk", FIND, ""));
        assertThat(owner.patch(ALL + "/clerk", "{'actions':[" + on("{}") + "]}").errorCode())
                .isEqualTo("MISSING_ATTRIBUTE");
        assertThat(owner.get(ALL + "/clerk")
                        .json()
                        .at("/actions/0/resources/0/db")
                        .asString())
                .isEqualTo("shop");
    }

    @Test
    void nameEveryActionOnceAndEveryResourceOfItOnce() {
        refused(role("clerk", FIND + "," + FIND, ""), "ATLAS_DUPLICATE_CUSTOM_ROLE_ACTION");
        refused(
                role("clerk", on("{'db':'shop'},{'db':'shop','collection':'','cluster':false}"), ""),
                "ATLAS_DUPLICATE_CUSTOM_ROLE_RESOURCE");
    }

    @Test
    void takeResourcesInTheFormsThatWereRecorded() {
        String more = "{'action':'UPDATE','resources':[{'collection':'collection','db':'db2'},"
                + "{'collection':'collection','db':'db'}]},{'action':'LIST_SESSIONS','resources':[{'cluster':true}]}";

        assertThat(owner.post(ALL, role("one", more, "")).status()).isEqualTo(202);
        assertThat(owner.post(ALL, role("two", on("{'db':'db'}"), "")).status()).isEqualTo(202);
    }

    private static String on(String resources) {
        return "{'action':'FIND','resources':[" + resources + "]}";
    }

    @Test
    void inheritThePrivilegeSetsThatUsersCannotHaveThemselves() {
        String sets = "{'db':'admin','role':'killOpSession'},{'db':'admin','role':'autoCompact'},"
                + "{'db':'admin','role':'manageShardBalancer'}";

        assertThat(owner.post(ALL, role("clerk", "", sets)).status()).isEqualTo(202);
    }

    @Test
    void inheritFromEachOtherButNotInACircle() {
        owner.post(ALL, role("one", FIND, ""));
        owner.post(ALL, role("two", "", "{'db':'admin','role':'one'}"));
        owner.post(ALL, role("three", "", "{'db':'admin','role':'two'}"));

        assertThat(owner.patch(ALL + "/one", "{'inheritedRoles':[{'db':'admin','role':'three'}]}")
                        .errorCode())
                .isEqualTo("ATLAS_INVALID_CUSTOM_ROLE_CIRCULAR_DEPENDENCY");
        assertThat(owner.delete(ALL + "/one").errorCode()).isEqualTo("ATLAS_CUSTOM_ROLE_IN_USE_BY_ROLES");
        assertThat(owner.get(ALL + "/one").json().at("/inheritedRoles").isEmpty())
                .isTrue();
    }

    @Test
    void areNotDeletedWhileAUserHasThem() {
        owner.post(ALL, role("clerk", FIND, ""));
        String users = "/groups/" + PROJECT + "/databaseUsers";
        owner.post(
                users,
                "{'databaseName':'admin','username':'ann','password':'correct-horse',"
                        + "'roles':[{'roleName':'clerk','databaseName':'admin'}]}");

        assertThat(owner.delete(ALL + "/clerk").errorCode()).isEqualTo("ATLAS_CUSTOM_ROLE_IN_USE_BY_USERS");
        owner.delete(users + "/admin/ann");
        assertThat(owner.delete(ALL + "/clerk").status()).isEqualTo(204);
    }

    @Test
    void areInUseBeforeTheyAreMissing() {
        owner.post(
                "/groups/" + PROJECT + "/databaseUsers",
                "{'databaseName':'admin','username':'ann','password':'correct-horse',"
                        + "'roles':[{'roleName':'atlasAdmin','databaseName':'admin'}]}");

        assertThat(owner.delete(ALL + "/atlasAdmin").errorCode()).isEqualTo("ATLAS_CUSTOM_ROLE_IN_USE_BY_USERS");
    }

    @Test
    void areAsManyAsTheProjectAllowsAlsoWhenManyAreMadeAtOnce() {
        // Given
        owner.patch("/groups/" + PROJECT + "/limits/atlas.project.security.databaseAccess.customRoles", "{'value':3}");
        owner.post(ALL, role("clerk", FIND, ""));

        // When
        List<Integer> statuses = TestControlPlane.atOnce(
                6, i -> owner.post(ALL, role("role" + i, FIND, "")).status());

        // Then
        assertThat(statuses).containsOnly(202, 403);
        assertThat(owner.get(ALL).json().size()).isEqualTo(3);
        refused(role("cook", FIND, ""), "CUSTOM_ROLES_LIMIT_EXCEEDED");
        refused(role("clerk", FIND, ""), "ATLAS_CUSTOM_ROLE_NAME_ALREADY_EXISTS");
        owner.delete(ALL + "/clerk");
        assertThat(owner.post(ALL, role("cook", FIND, "")).status()).isEqualTo(202);
    }

    @Test
    void areAboutDatabasesThatThereCanBe() {
        for (String database : List.of(",,,,,", "a.b", "a$")) {
            String on = "{'action':'FIND','resources':[{'db':'" + database + "','collection':'c'}]}";
            refused(role("clerk", on, ""), "INVALID_DATABASE_NAME");
            refused(role("clerk", FIND, "{'role':'read','db':'" + database + "'}"), "INVALID_DATABASE_NAME");
        }
        assertThat(owner.post(ALL, role("clerk", FIND, "")).status()).isEqualTo(202);
        String everywhere = "{'action':'FIND','resources':[{'db':'','collection':''}]}";
        assertThat(owner.patch(ALL + "/clerk", "{'actions':[" + everywhere + "]}")
                        .status())
                .isEqualTo(200);
        assertThat(owner.patch(ALL + "/clerk", "{'actions':[" + everywhere.replace("''", "',,'") + "]}")
                        .errorCode())
                .isEqualTo("INVALID_DATABASE_NAME");
    }

    @Test
    void mayBeReadByReadersAndChangedByOwners() {
        owner.post(ALL, role("clerk", FIND, ""));

        assertThat(plane.reader().get(ALL + "/clerk").status()).isEqualTo(200);
        assertThat(plane.reader().delete(ALL + "/clerk").status()).isEqualTo(401);
    }

    private void refused(String body, String code) {
        Answer answer = owner.post(ALL, body);
        assertThat(answer.errorCode()).as(answer.text()).isEqualTo(code);
        assertThat(answer.status()).isBetween(400, 409);
    }

    private static String role(String name, String actions, String inherited) {
        return "{'roleName':'" + name + "','actions':[" + actions + "],'inheritedRoles':[" + inherited + "]}";
    }
}
