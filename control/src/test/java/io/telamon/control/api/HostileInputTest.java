package io.telamon.control.api;

import static io.telamon.control.TestControlPlane.ORGANIZATION;
import static io.telamon.control.TestControlPlane.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.TestClient;
import io.telamon.control.TestClient.Answer;
import io.telamon.control.TestControlPlane;
import io.telamon.control.WithControlPlane;
import io.telamon.control.rehearsal.Pace;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What large bodies and control characters are answered with. */
@WithControlPlane(pace = Pace.INSTANT)
class HostileInputTest {

    private static final String USERS = "/groups/" + PROJECT + "/databaseUsers";
    private static final String KEYS = "/orgs/" + ORGANIZATION + "/apiKeys";
    private static final int SMALL_ANSWER = 30_000;

    private TestControlPlane plane;
    private TestClient owner;

    @BeforeEach
    void start(TestControlPlane running) {
        plane = running;
        owner = plane.owner();
    }

    @Test
    void refusesObjectsWithMoreAttributesThanAnyNeeds() {
        Answer answer = owner.post(USERS, "{" + attributes(112_000) + "}");

        assertRefused(answer, "INVALID_JSON", "");
        assertThat(owner.post(USERS, "{'roles':[{" + attributes(1001) + "}]}")
                        .json()
                        .at("/badRequestDetail/fields/0/field")
                        .asString())
                .isEqualTo("roles[0]");
    }

    @Test
    void refusesArraysWithMoreItemsThanAnyNeeds() {
        assertRefused(
                owner.post("/groups/" + PROJECT + "/customDBRoles/roles", "{'actions':" + array("{}", 130_000) + "}"),
                "INVALID_JSON",
                "actions");
        assertRefused(owner.post("/groups/" + PROJECT + "/accessList", array("{}", 130_000)), "INVALID_JSON", "");
    }

    @Test
    void refusesManySmallArrays() {
        assertRefused(owner.post(USERS, "{'roles':" + array(array("1", 500), 500) + "}"), "INVALID_JSON", "");
    }

    @Test
    void tellsNoMoreThanFiftyFindings() {
        for (String body : new String[] {
            "{" + attributes(1000) + "}",
            "{'roles':" + array("{'a':1}", 1000) + "}",
            "{'roles':" + array("{'roleName':1}", 1000) + "}",
            "{'databaseName':'admin','username':'ann','password':'correct-horse','roles':" + array("{}", 1000) + "}"
        }) {
            Answer answer = owner.post(USERS, body);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().at("/badRequestDetail/fields").size()).isEqualTo(50);
            assertThat(answer.text().length()).isLessThan(SMALL_ANSWER);
        }
    }

    @Test
    void repeatsLongTextsInPartOnly() {
        String names = IntStream.range(0, 900)
                .mapToObj(i -> "'" + "n".repeat(900) + i + "':1")
                .collect(Collectors.joining(","));

        assertThat(owner.post(USERS, "{" + names + "}").text().length()).isLessThan(2 * SMALL_ANSWER);
        assertThat(owner.post(
                                "/groups/" + PROJECT + "/accessList",
                                "[{'ipAddress':'192.0.2.1','comment':'" + "x".repeat(900_000) + "'}]")
                        .text()
                        .length())
                .isLessThan(SMALL_ANSWER);
    }

    @Test
    void tellsAMissingAttributeBesideAnUnknownOneThatItBeginsWith() {
        Answer answer = owner.post("/orgs/" + ORGANIZATION + "/teams", "{'na':1,'usernames':['owner@example.org']}");

        assertThat(answer.json()
                        .at("/badRequestDetail/fields")
                        .valueStream()
                        .map(field -> field.path("field").asString()))
                .containsExactly("na", "name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/groups/%00",
                "/groups/%0aFAKE%00%0a2026-",
                "/groups/" + PROJECT + "/databaseUsers/admin/a%00b",
                "/groups/" + PROJECT + "/flexClusters/a%0Ab",
                "/orgs/%7F",
                "/groups?name=%00",
                "/groups?%00=1",
                "/orgs?name=a%0Ab",
                "/orgs?name=%ff",
                "/groups/%ff",
            })
    void refusesControlCharactersAndWhatIsNoTextInAddresses(String target) {
        Answer answer = plane.raw("GET", "/api/atlas/v2" + target, "", "application/json");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isIn("PATH_PARAM_PARSE_ERROR", "INVALID_QUERY_PARAMETER");
    }

    @ParameterizedTest
    @CsvSource({
        "a\\u0000b, 400, 400",
        "a\\u001bb, 400, 400",
        "a\\u007fb, 400, 400",
        "a\\u0085b, 400, 400",
        "a\\ud800, 400, 400",
        "a\\udc00\\ud800, 400, 400",
        "a\\nb, 200, 400",
        "a\\tb, 200, 400",
        "a\\ud83d\\ude00, 200, 200",
    })
    void refusesControlCharactersInTextsButForLinesOfDescriptions(String text, int description, int name) {
        Answer described = owner.post(KEYS, "{'desc':'" + text + "','roles':['ORG_MEMBER']}");
        Answer named = owner.post(
                "/orgs/" + ORGANIZATION + "/teams", "{'name':'" + text + "','usernames':['owner@example.org']}");

        assertThat(described.status()).isEqualTo(description);
        assertThat(named.status()).isIn(name, name == 200 ? 201 : name);
        assertThat(named.status() < 300 || named.errorCode().equals("VALIDATION_ERROR"))
                .isTrue();
        assertThat(owner.post(USERS, "{'" + text + "':1}").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-999999999-01-01T00:00:00Z",
                "+999999999-12-31T23:59:59Z",
                "-0001-12-31T23:59:59Z",
                "9999-12-31T23:59:59-01:00"
            })
    void refusesDatesBeyondTheYearsThatTimestampsHave(String date) {
        String encoded = java.net.URLEncoder.encode(date, java.nio.charset.StandardCharsets.UTF_8);

        assertThat(owner.get("/orgs/" + ORGANIZATION + "/events?minDate=" + encoded)
                        .errorCode())
                .isEqualTo("INVALID_QUERY_PARAMETER");
        assertThat(owner.post(
                                "/groups/" + PROJECT + "/accessList",
                                "[{'ipAddress':'192.0.2.1','deleteAfterDate':'" + date + "'}]")
                        .errorCode())
                .isEqualTo("INVALID_JSON_ATTRIBUTE");
        assertThat(owner.get("/orgs/" + ORGANIZATION
                                + "/events?minDate=0000-01-01T00:00:00Z&maxDate=9999-12-31T23:59:59Z")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void takesASemicolonForAPartOfAName() {
        String body =
                "{'databaseName':'admin','password':'correct-horse','roles':[{'databaseName':'admin','roleName':'readAnyDatabase'}],'username':'%s'}";
        owner.post(USERS, body.formatted("ann"));
        owner.post(USERS, body.formatted("ann;bob"));

        assertThat(owner.delete(USERS + "/admin/ann;bob").status()).isEqualTo(204);
        assertThat(owner.get(USERS + "/admin/ann").status()).isEqualTo(200);
        assertThat(owner.get(USERS + "/admin/ann%3Bbob").status()).isEqualTo(404);
        assertThat(owner.get("/orgs/;a=b").errorCode()).isEqualTo("PATH_PARAM_PARSE_ERROR");
        assertThat(plane.raw("GET", "/api/atlas/v2/groups/" + PROJECT + "#x", "", "application/json")
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "   "})
    void refusesNamesOfSpacesOnly(String name) {
        assertThat(owner.patch("/orgs/" + ORGANIZATION, "{'name':'" + name + "'}")
                        .errorCode())
                .isEqualTo("VALIDATION_ERROR");
        assertThat(owner.post("/groups", "{'name':'" + name + "','orgId':'" + ORGANIZATION + "'}")
                        .errorCode())
                .isEqualTo("VALIDATION_ERROR");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ann",
                "@example.org",
                "ann@",
                "a b@example.org",
                "<script>@x",
                "a@b@c",
                "\\u202e@example.org"
            })
    void refusesTeamMembersThatAreNoAddresses(String name) {
        assertThat(owner.post("/orgs/" + ORGANIZATION + "/teams", "{'name':'t','usernames':['" + name + "']}")
                        .errorCode())
                .isEqualTo("VALIDATION_ERROR");
    }

    @Test
    void refusesEmptyAccessLists() {
        assertThat(owner.post("/groups/" + PROJECT + "/accessList", "[]").errorCode())
                .isEqualTo("VALIDATION_ERROR");
        String key = owner.post(KEYS, "{'desc':'a','roles':['ORG_MEMBER']}")
                .json()
                .path("id")
                .asString();
        assertThat(owner.post(KEYS + "/" + key + "/accessList", "[]").errorCode())
                .isEqualTo("VALIDATION_ERROR");
    }

    private static void assertRefused(Answer answer, String code, String field) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo(code);
        assertThat(answer.json().at("/badRequestDetail/fields/0/field").asString())
                .isEqualTo(field);
        assertThat(answer.text().length()).isLessThan(1000);
    }

    private static String attributes(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "'" + Integer.toString(i, 36) + "':1")
                .collect(Collectors.joining(","));
    }

    private static String array(String item, int count) {
        return "[" + String.join(",", java.util.Collections.nCopies(count, item)) + "]";
    }
}
