package io.telamon.control.database;

import static io.telamon.control.TestControlPlane.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.TestClient;
import io.telamon.control.TestClient.Answer;
import io.telamon.control.TestControlPlane;
import io.telamon.control.WithControlPlane;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@WithControlPlane
class DatabaseUserOperationsTest {

    private static final String ALL = "/groups/" + PROJECT + "/databaseUsers";
    private static final String ANN = ALL + "/admin/ann";

    private TestControlPlane plane;
    private TestClient owner;

    @BeforeEach
    void start(TestControlPlane running) {
        plane = running;
        owner = plane.owner();
    }

    @Test
    void areCreatedChangedAndDeleted() {
        Answer made = owner.post(
                ALL,
                "{'databaseName':'admin','username':'ann','password':'correct-horse','description':'first',"
                        + "'roles':[{'roleName':'readWrite','databaseName':'shop','collectionName':'things'}],"
                        + "'scopes':[{'name':'c0','type':'CLUSTER'}],'labels':[{'key':'team','value':'a'}]}");

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.json().propertyNames())
                .containsExactly(
                        "awsIAMType",
                        "databaseName",
                        "description",
                        "groupId",
                        "labels",
                        "ldapAuthType",
                        "links",
                        "oidcAuthType",
                        "roles",
                        "scopes",
                        "username",
                        "x509Type");
        assertThat(made.text()).doesNotContain("correct-horse");
        assertThat(made.json().at("/links/0/href").asString()).endsWith(ANN);
        assertThat(owner.get(ANN).json()).isEqualTo(made.json());
        assertThat(owner.get(ALL).json().at("/totalCount").asInt()).isEqualTo(1);

        Answer changed = owner.patch(ANN, "{'roles':[{'roleName':'read','databaseName':'shop'}]}");
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.json().at("/roles/0/roleName").asString()).isEqualTo("read");
        assertThat(changed.json().at("/scopes/0/name").asString())
                .as("what is not sent stays")
                .isEqualTo("c0");

        assertThat(owner.delete(ANN).status()).isEqualTo(204);
        assertThat(owner.get(ANN).errorCode()).isEqualTo("USERNAME_NOT_FOUND");
        assertThat(owner.delete(ANN).status()).isEqualTo(404);
        assertThat(owner.get("/groups/" + PROJECT + "/events").text())
                .contains("MONGODB_USER_ADDED", "MONGODB_USER_UPDATED", "MONGODB_USER_DELETED")
                .doesNotContain("correct-horse");
    }

    @Test
    void areRefusedWhereTheyAreWrongAndThenNotMade() {
        refused(user("ann", "").replace("correct-horse", "1234567"), 400, "SHORT_PASSWORD");
        refused(user("ann", "").replace("'password':'correct-horse',", ""), 400, "MISSING_ATTRIBUTE");
        refused(
                user("ann", "").replace(":'admin','username'", ":'shop','username'"),
                400,
                "DATABASE_NAME_INVALID_ADMIN");
        refused(user(" ", ""), 400, "ATLAS_INVALID_USERNAME");
        refused(user("a\\u0000b", ""), 400, "VALIDATION_ERROR");
        refused(user("a\\nb", ""), 400, "VALIDATION_ERROR");
        refused(user("a\\ud800", ""), 400, "VALIDATION_ERROR");
        refused(user("ann", "{'roleName':'nobody','databaseName':'admin'}"), 400, "ATLAS_INVALID_ROLE");
        owner.post(
                "/groups/" + PROJECT + "/customDBRoles/roles",
                "{'roleName':'clerk','actions':[{'action':'FIND','resources':[{'db':'shop','collection':''}]}]}");
        refused(user("ann", "{'roleName':'clerk','databaseName':'shop'}"), 400, "UNSUPPORTED_ROLE");
        refused(user("ann", "{'roleName':'killOpSession','databaseName':'admin'}"), 400, "ATLAS_INVALID_ROLE");
        refused(user("ann", "{'roleName':'backup','databaseName':'shop'}"), 400, "ATLAS_INVALID_ROLE_DATABASE");
        refused(
                user("ann", "{'roleName':'read','databaseName':'a'},{'roleName':'read','databaseName':'a'}"),
                400,
                "DUPLICATE_DATABASE_ROLES");
        refused(user("ann", "").replace("]}", "],'deleteAfterDate':'2020-01-01T00:00:00Z'}"), 400, "INVALID_ATTRIBUTE");
        refused(user("ann", "").replace("]}", "],'scopes':[{'name':'c0'}]}"), 400, "MISSING_ATTRIBUTE");
        assertThat(owner.get(ALL).json().at("/totalCount").asInt()).isZero();

        owner.post(ALL, user("ann", ""));
        refused(user("ann", ""), 409, "USER_ALREADY_EXISTS");
        assertThat(owner.patch(ANN, "{'password':'1234567'}").errorCode()).isEqualTo("SHORT_PASSWORD");
        assertThat(owner.patch(ANN, "{'username':'bob'}").errorCode()).isEqualTo("DATABASE_USERNAME_CANNOT_BE_CHANGED");
        assertThat(owner.patch(ANN, "{'databaseName':'$external'}").errorCode())
                .isEqualTo("DATABASE_NAME_CANNOT_BE_CHANGED");
    }

    @Test
    void haveARole() {
        String without = "{'databaseName':'admin','username':'ann','password':'correct-horse'";
        for (String body : List.of(without + "}", without + ",'roles':null}", without + ",'roles':[]}")) {
            refused(body, 400, "MISSING_ATTRIBUTE");
        }
        owner.post(ALL, user("ann", ""));

        Answer emptied = owner.patch(ANN, "{'roles':[]}");
        assertThat(emptied.errorCode()).isEqualTo("MISSING_ATTRIBUTE");
        assertThat(emptied.json().at("/parameters/0").asString()).isEqualTo("roles");
        assertThat(owner.patch(ANN, "{'description':'x'}").status())
                .as("roles that are not sent stay")
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "12345678", "Password1", "QWERTY123", "letmein1", "welcome1"})
    void haveNoPasswordThatIsTriedFirst(String password) {
        refused(user("ann", "").replace("correct-horse", password), 400, "COMMON_PASSWORD");
        owner.post(ALL, user("ann", ""));
        assertThat(owner.patch(ANN, "{'password':'" + password + "'}").errorCode())
                .isEqualTo("COMMON_PASSWORD");
    }

    @ParameterizedTest
    @ValueSource(strings = {",,,,,", "a.b", "a b", "a/b", "$external"})
    void haveRolesOnDatabasesThatThereCanBe(String database) {
        Answer answer = owner.post(ALL, user("ann", "{'roleName':'read','databaseName':'" + database + "'}"));

        assertThat(answer.errorCode()).isEqualTo("INVALID_DATABASE_NAME");
        assertThat(answer.json().at("/parameters/0").asString()).isEqualTo(database);
    }

    @Test
    void mayBeReadByReadersAndChangedByOwners() {
        owner.post(ALL, user("ann", ""));

        assertThat(plane.reader().get(ANN).status()).isEqualTo(200);
        assertThat(plane.reader().delete(ANN).status()).isEqualTo(401);
        assertThat(plane.reader().post(ALL, user("bob", "")).status()).isEqualTo(401);
        assertThat(plane.stranger().get(ALL).status()).isEqualTo(401);
    }

    @Test
    void endByThemselves() {
        Instant end = Instant.now().plus(2, ChronoUnit.SECONDS).truncatedTo(ChronoUnit.SECONDS);
        Answer made = owner.post(ALL, user("ann", "").replace("]}", "],'deleteAfterDate':'" + end + "'}"));
        assertThat(made.json().at("/deleteAfterDate").asString()).isEqualTo(end.toString());

        plane.awaitTasks();

        assertThat(Instant.now()).isAfterOrEqualTo(end);
        assertThat(owner.get(ANN).status()).isEqualTo(404);
    }

    @Test
    void areAsManyAsTheProjectAllowsAlsoWhenManyAreMadeAtOnce() {
        // Given
        owner.patch("/groups/" + PROJECT + "/limits/atlas.project.security.databaseAccess.users", "{'value':3}");
        owner.post(ALL, user("ann", ""));

        // When
        List<Integer> statuses = TestControlPlane.atOnce(
                6, i -> owner.post(ALL, user("user" + i, "")).status());

        // Then
        assertThat(statuses).containsOnly(201, 403);
        assertThat(owner.get(ALL).json().at("/totalCount").asInt()).isEqualTo(3);
        refused(user("bob", ""), 403, "GROUP_USERS_LIMIT_EXCEEDED");
        refused(user("ann", ""), 409, "USER_ALREADY_EXISTS");
        owner.delete(ANN);
        assertThat(owner.post(ALL, user("bob", "")).status()).isEqualTo(201);
    }

    @Test
    void have100RolesAtMost() {
        refused(user("ann", roles(101)), 403, "COLLECTION_ROLES_LIMIT_EXCEEDED");
        assertThat(owner.post(ALL, user("ann", roles(100))).status()).isEqualTo(201);
        assertThat(owner.patch(ANN, "{'roles':[" + roles(101) + "]}").errorCode())
                .isEqualTo("COLLECTION_ROLES_LIMIT_EXCEEDED");
    }

    private static String roles(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{'roleName':'read','databaseName':'shop" + i + "'}")
                .collect(Collectors.joining(","));
    }

    @Test
    void haveNamesThatNeedEncoding() {
        owner.post(ALL, user("ann b/c@d", ""));

        Answer found = owner.get(ALL + "/admin/ann%20b%2Fc%40d");
        assertThat(found.status()).as(found.text()).isEqualTo(200);
        assertThat(found.json().at("/links/0/href").asString()).endsWith("/admin/ann%20b%2Fc%40d");
    }

    private void refused(String body, int status, String code) {
        Answer answer = owner.post(ALL, body);
        assertThat(answer.errorCode()).as(answer.text()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }

    private static String user(String name, String roles) {
        String granted = roles.isEmpty() ? "{'roleName':'read','databaseName':'shop'}" : roles;
        return "{'databaseName':'admin','username':'" + name + "','password':'correct-horse','roles':[" + granted
                + "]}";
    }
}
