package io.telamon.control.api;

import static io.telamon.control.TestControlPlane.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.TestClient;
import io.telamon.control.TestClient.Answer;
import io.telamon.control.TestControlPlane;
import io.telamon.control.WithControlPlane;
import io.telamon.control.rehearsal.Pace;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every operation, shown on a few. */
@WithControlPlane(pace = Pace.INSTANT)
class ProtocolTest {

    private static final String FLEX = "/groups/" + PROJECT + "/flexClusters";

    private TestControlPlane plane;
    private TestClient owner;

    @BeforeEach
    void start(TestControlPlane running) {
        plane = running;
        owner = plane.owner();
    }

    @ParameterizedTest
    @CsvSource({
        "application/vnd.atlas.2024-11-13+json, 200",
        "application/vnd.atlas.2025-03-12+json, 200",
        "'text/html, application/vnd.atlas.2025-03-12+json;q=0.9', 200",
        "application/vnd.atlas.2024-11-12+json, 406",
        "application/vnd.atlas.2024-13-45+json, 406",
        "application/vnd.atlas.latest+json, 406",
        "application/json, 406",
        "*/*, 406",
    })
    void resolvesTheVersionAskedForToTheNewestNotAfterIt(String accept, int status) {
        Answer answer = owner.accepting(accept).get(FLEX);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type"))
                .isEqualTo(status == 200 ? "application/vnd.atlas.2024-11-13+json;charset=utf-8" : "application/json");
        if (status == 406) {
            assertThat(answer.errorCode()).isEqualTo("INVALID_VERSION_DATE");
        }
    }

    @Test
    void announcesTheEndOfDeprecatedVersionsAlsoOnErrors() {
        owner.post(FLEX, flex("one"));

        Answer old =
                owner.accepting("application/vnd.atlas.2023-02-01+json").get("/groups/" + PROJECT + "/clusters/one");

        assertThat(old.status()).isEqualTo(400);
        assertThat(old.errorCode()).isEqualTo("CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API");
        assertThat(old.header("Deprecation")).isEqualTo("Mon, 5 Aug 2024 00:00:00 GMT");
        assertThat(old.header("Sunset")).isEqualTo("Thu, 1 Jul 2027 00:00:00 GMT");
        assertThat(owner.get("/groups/" + PROJECT + "/clusters/one").header("Sunset"))
                .isEmpty();
    }

    @Test
    void answersStrangersBeforeAnythingElse() {
        Answer answer = plane.stranger().accepting("nonsense").post(FLEX, "{not json");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Digest ");
        assertThat(answer.text()).contains("\"error\" : 401").contains("\"errorCode\" : \"UNEXPECTED_ERROR\"");
        assertThat(answer.json().propertyNames()).containsExactly("error", "reason", "detail", "errorCode");
        assertThat(plane.stranger().get("/nowhere").status()).isEqualTo(401);
    }

    @Test
    void linksThePagesOfAList() {
        for (int i = 0; i < 5; i++) {
            owner.post(FLEX, flex("c" + i));
        }

        Answer middle = owner.get(FLEX + "?itemsPerPage=2&pageNum=2");

        String base = owner.origin() + "/api/atlas/v2" + FLEX + "?includeCount=true";
        assertThat(middle.json()
                        .at("/links")
                        .valueStream()
                        .map(link -> link.at("/rel").asString() + " "
                                + link.at("/href").asString()))
                .containsExactly(
                        "self " + base + "&pageNum=2&itemsPerPage=2",
                        "previous " + base + "&itemsPerPage=2&pageNum=1",
                        "next " + base + "&itemsPerPage=2&pageNum=3");
        assertThat(middle.json().at("/totalCount").asInt()).isEqualTo(5);
        assertThat(middle.json().at("/results/0/name").asString()).isEqualTo("c2");
        assertThat(owner.get(FLEX + "?includeCount=false").json().has("totalCount"))
                .isFalse();
    }

    @Test
    void putsAnswersIntoEnvelopesAndIndentsThemOnRequest() {
        owner.post(FLEX, flex("one"));

        assertThat(owner.get(FLEX + "/one?envelope=true").json().propertyNames())
                .containsExactly("content", "status");
        assertThat(owner.get(FLEX + "?envelope=true").json().propertyNames())
                .containsExactly("links", "results", "status", "totalCount");
        assertThat(owner.get(FLEX + "/one?pretty=true").text()).contains("\n  \"name\" : \"one\"");
        assertThat(owner.get(FLEX + "/none?pretty=true").text()).contains("\n  \"error\" : 404");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pageNum=0",
                "pageNum=x",
                "itemsPerPage=501",
                "itemsPerPage=-1",
                "includeCount=maybe",
                "pretty=2",
                "surprise=1",
                "pageNum=99999999999",
                "%zz=1"
            })
    void refusesQueriesThatItDoesNotTake(String query) {
        assertThat(plane.raw("GET", "/api/atlas/v2" + FLEX + "?" + query, "", "application/json")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void refusesOtherMediaTypesAndTooMuch() {
        String path = "/api/atlas/v2" + FLEX;

        assertThat(plane.raw("POST", path, flex("a"), "text/plain").status()).isEqualTo(415);
        assertThat(plane.raw("POST", path, flex("a"), "application/vnd.atlas.2024-11-13+json")
                        .status())
                .isEqualTo(201);
        assertThat(plane.raw("POST", path, flex("b"), "application/json; charset=utf-8")
                        .status())
                .isEqualTo(201);
        Answer tooMuch = plane.raw("POST", path, "{'name':'" + "x".repeat(3 << 20) + "'}", "application/json");
        assertThat(tooMuch.status()).isEqualTo(413);
        assertThat(tooMuch.errorCode()).isEqualTo("PAYLOAD_TOO_LARGE");
        assertThat(owner.post(FLEX, "{'name':'" + "x".repeat(3 << 20) + "'}").status())
                .isEqualTo(413);
        assertThat(owner.get(FLEX).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "1", "null", "{", "{'name':'a','name':'b'}", "\"text\"", "{'a':1}x"})
    void refusesBodiesOfAnotherForm(String body) {
        Answer answer = owner.post(FLEX, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isNotEmpty();
    }

    @Test
    void survivesNestingBombsAndNoise() {
        assertThat(owner.post(FLEX, "[".repeat(100_000)).status()).isEqualTo(400);
        assertThat(owner.post(FLEX, "{'a':".repeat(50_000)).status()).isEqualTo(400);
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            StringBuilder noise = new StringBuilder(flex("n" + round));
            for (int i = 0; i < 3; i++) {
                noise.setCharAt(random.nextInt(noise.length()), (char) (32 + random.nextInt(95)));
            }
            assertThat(owner.post(FLEX, noise.toString()).status())
                    .as("%s", noise)
                    .isBetween(201, 499);
        }
    }

    @Test
    void tellsWhatIsUnknownFromWhatIsNotServedYet() {
        assertThat(owner.get("/nothing/here").errorCode()).isEqualTo("RESOURCE_NOT_FOUND");
        assertThat(owner.send("PUT", FLEX, "{}").errorCode()).isEqualTo("METHOD_NOT_ALLOWED");
        assertThat(owner.get("/groups/cccccccccccccccccccccccc/flexClusters").errorCode())
                .isEqualTo("GROUP_NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource({
        "/clusters/h/logs/mongodb.gz, application/vnd.atlas.2023-02-01+gzip, 404, HOST_NOT_FOUND",
        "/clusters/h/logs/mongodb.gz, application/vnd.atlas.2023-02-01+json, 406, INVALID_VERSION_DATE",
        "/flexClusters, application/vnd.atlas.2024-11-13+gzip, 406, INVALID_VERSION_DATE",
    })
    void takesTheFormatsOfAVersionAndNoOthers(String path, String accept, int status, String code) {
        Answer answer = owner.accepting(accept).get("/groups/" + PROJECT + path);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.errorCode()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/groups/xyz/flexClusters",
                "/orgs/aaaaaaaaaaaaaaaaaaaaaaaa/apiKeys/abcdefgh/accessList",
                "/orgs/aaaaaaaaaaaaaaaaaaaaaaaa/teams/AAAAAAAAAAAAAAAAAAAAAAAA",
                "/groups/cccccccccccccccccccccccc/events/%20",
            })
    void refusesWhatIsNoIdAndRepeatsThePath(String path) {
        Answer answer = owner.get(path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo("PATH_PARAM_PARSE_ERROR");
        assertThat(answer.json().at("/parameters/0").asString()).isEqualTo("/api/atlas/v2" + path);
    }

    private static String flex(String name) {
        return "{'name':'" + name + "','providerSettings':{'backingProviderName':'AWS','regionName':'US_EAST_1'}}";
    }
}
