package io.telamon.control.network;

import static io.telamon.control.TestControlPlane.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.TestClient;
import io.telamon.control.TestClient.Answer;
import io.telamon.control.TestControlPlane;
import io.telamon.control.WithControlPlane;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithControlPlane
class AccessListOperationsTest {

    private static final String ALL = "/groups/" + PROJECT + "/accessList";

    private static final String LIMIT = "/groups/" + PROJECT + "/limits/atlas.project.security.networkAccess.entries";

    private TestControlPlane plane;
    private TestClient owner;

    @BeforeEach
    void start(TestControlPlane running) {
        plane = running;
        owner = plane.owner();
    }

    @Test
    void takeManyEntriesAtOnceAndAnswerWithTheWholeList() {
        Answer made = owner.post(
                ALL,
                "[{'ipAddress':'192.0.2.1','comment':'one'},{'cidrBlock':'198.51.100.0/24'},{'cidrBlock':'2001:db8::/32'}]");

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.json().at("/totalCount").asInt()).isEqualTo(3);
        Answer one = owner.get(ALL + "/192.0.2.1");
        assertThat(one.json().propertyNames()).containsExactly("cidrBlock", "comment", "groupId", "ipAddress", "links");
        assertThat(one.json().at("/cidrBlock").asString()).isEqualTo("192.0.2.1/32");
        assertThat(one.json().at("/links/0/href").asString()).endsWith(ALL + "/192.0.2.1%2F32");
        assertThat(owner.get(ALL + "/198.51.100.0%2F24").json().has("ipAddress"))
                .isFalse();
        assertThat(owner.get(ALL + "/192.0.2.1/status").text()).isEqualTo("{\"STATUS\":\"ACTIVE\"}");

        assertThat(owner.delete(ALL + "/192.0.2.1%2F32").status()).isEqualTo(204);
        assertThat(owner.get(ALL + "/192.0.2.1").errorCode()).isEqualTo("ATLAS_NETWORK_PERMISSION_ENTRY_NOT_FOUND");
        assertThat(owner.get(ALL + "/192.0.2.1/status").status()).isEqualTo(404);
    }

    @Test
    void changeAnEntryThatIsThereAlready() {
        owner.post(ALL, "[{'ipAddress':'192.0.2.1','comment':'one'}]");
        Answer again = owner.post(ALL, "[{'cidrBlock':'192.0.2.1/32','comment':'two'}]");

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json().at("/totalCount").asInt()).isEqualTo(1);
        assertThat(again.json().at("/results/0/comment").asString()).isEqualTo("two");
    }

    @Test
    void keepBlocksAsTheyAreSentAndFindThemByAnySpelling() {
        Answer made = owner.post(ALL, "[{'cidrBlock':'192.83.187.67/16'},{'cidrBlock':'2001:DB8::1/32'}]");

        assertThat(made.json().at("/results/0/cidrBlock").asString()).isEqualTo("192.83.187.67/16");
        assertThat(made.json().at("/results/0/links/0/href").asString()).endsWith("/192.83.187.67%2F16");
        assertThat(made.json().at("/results/1/cidrBlock").asString()).isEqualTo("2001:DB8::1/32");
        for (String spelling : List.of("192.83.187.67%2F16", "192.83.0.0%2F16", "192.83.1.1%2F16")) {
            assertThat(owner.get(ALL + "/" + spelling).json().at("/cidrBlock").asString())
                    .isEqualTo("192.83.187.67/16");
        }
        assertThat(owner.get(ALL + "/2001:db8::%2F32").status()).isEqualTo(200);
    }

    @Test
    void haveOneEntryForEachRangeHoweverItIsSpelled() {
        owner.post(ALL, "[{'cidrBlock':'192.83.187.67/16','comment':'one'}]");
        Answer again = owner.post(ALL, "[{'cidrBlock':'192.83.0.0/16','comment':'two'}]");

        assertThat(again.json().at("/totalCount").asInt()).isEqualTo(1);
        assertThat(again.json().at("/results/0/cidrBlock").asString()).isEqualTo("192.83.0.0/16");
        assertThat(owner.delete(ALL + "/192.83.9.9%2F16").status()).isEqualTo(204);
        assertThat(owner.get(ALL).json().at("/totalCount").asInt()).isZero();
    }

    @Test
    void takeTheAddressOfZerosForEveryAddress() {
        Answer made = owner.post(ALL, "[{'ipAddress':'0.0.0.0'}]");

        assertThat(made.json().at("/results/0/cidrBlock").asString()).isEqualTo("0.0.0.0/0");
        assertThat(made.json().at("/results/0").has("ipAddress")).isFalse();
        assertThat(owner.get(ALL + "/0.0.0.0%2F0").status()).isEqualTo(200);
        assertThat(owner.get(ALL + "/0.0.0.0").errorCode()).isEqualTo("ATLAS_NETWORK_PERMISSION_ENTRY_NOT_FOUND");
    }

    @Test
    void endAtMidnightOfADateWithoutTime() {
        String day = LocalDate.now(ZoneOffset.UTC).plusDays(2).toString();

        for (String form : List.of(day, day + "T00:00:00", day + "T02:00:00+0200", day + "T02:00+02:00")) {
            Answer made = owner.post(ALL, "[{'ipAddress':'192.0.2.1','deleteAfterDate':'" + form + "'}]");
            assertThat(made.json().at("/results/0/deleteAfterDate").asString())
                    .as(made.text())
                    .isEqualTo(day + "T00:00:00Z");
        }
        assertThat(owner.get("/groups/" + PROJECT + "/events?minDate=" + day).status())
                .isEqualTo(200);
    }

    @Test
    void refuseTheWholeRequestForOneWrongEntry() {
        refused("[{'ipAddress':'192.0.2.1'},{'ipAddress':'192.0.2.256'}]");
        refused("[{'ipAddress':'192.0.2.1'},{'cidrBlock':'192.0.2.0/33'}]");
        refused("[{'ipAddress':'192.0.2.1'},{}]");
        refused(
                "[{'ipAddress':'192.0.2.1'},{'awsSecurityGroup':'sg-0123456789abcdef0'}]",
                "CANNOT_USE_AWS_SECURITY_GROUP_WITHOUT_VPC_PEERING_CONNECTION");
        refused(
                "[{'ipAddress':'192.0.2.1'},{'ipAddress':'192.0.2.2','comment':'" + "c".repeat(81) + "'}]",
                "INVALID_NETWORK_PERMISSION_COMMENT");
        refused("[{'ipAddress':'192.0.2.1','deleteAfterDate':'2020-01-01T00:00:00Z'}]");
        refused("{'ipAddress':'192.0.2.1'}");

        assertThat(owner.get(ALL).json().at("/totalCount").asInt()).isZero();
    }

    @Test
    void haveRoomFor200Entries() {
        String most = IntStream.range(0, 200)
                .mapToObj(i -> "{'ipAddress':'192.0.2." + i + "'}")
                .collect(Collectors.joining(",", "[", "]"));
        assertThat(owner.post(ALL, most).status()).isEqualTo(201);

        assertThat(owner.post(ALL, "[{'ipAddress':'198.51.100.1'}]").errorCode())
                .isEqualTo("ATLAS_NETWORK_PERMISSIONS_LIMIT_EXCEEDED");
        assertThat(owner.get(ALL).json().at("/totalCount").asInt()).isEqualTo(200);
        assertThat(owner.get(ALL + "?itemsPerPage=150&pageNum=2")
                        .json()
                        .at("/results")
                        .size())
                .isEqualTo(50);
    }

    @Test
    void haveRoomForWhatTheProjectAllowsAlsoWhenManyAddAtOnce() {
        // Given
        owner.post(ALL, "[{'ipAddress':'192.0.2.1'},{'ipAddress':'192.0.2.2'}]");
        owner.patch(LIMIT, "{'value':3}");

        // When
        List<Integer> statuses = TestControlPlane.atOnce(
                6,
                i -> owner.post(ALL, "[{'ipAddress':'198.51.100." + i + "'}]").status());

        // Then
        assertThat(statuses).containsOnlyOnce(201).contains(403);
        assertThat(owner.get(ALL).json().at("/totalCount").asInt()).isEqualTo(3);
    }

    @Test
    void stillChangeWhenTheyAreLongerThanALimitThatWasLowered() {
        owner.post(ALL, "[{'ipAddress':'192.0.2.1'},{'ipAddress':'192.0.2.2'}]");
        owner.patch(LIMIT, "{'value':1}");

        assertThat(owner.post(ALL, "[{'ipAddress':'192.0.2.1','comment':'one'}]")
                        .status())
                .isEqualTo(201);
        assertThat(owner.post(ALL, "[{'ipAddress':'192.0.2.3'}]").errorCode())
                .isEqualTo("ATLAS_NETWORK_PERMISSIONS_LIMIT_EXCEEDED");
    }

    @Test
    void endEntriesWhoseTimeHasPassed() {
        Instant end = Instant.now().plus(2, ChronoUnit.SECONDS).truncatedTo(ChronoUnit.SECONDS);
        owner.post(ALL, "[{'ipAddress':'192.0.2.1','deleteAfterDate':'" + end + "'}]");
        assertThat(owner.get(ALL + "/192.0.2.1").json().at("/deleteAfterDate").asString())
                .isEqualTo(end.toString());

        plane.awaitTasks();

        assertThat(Instant.now()).isAfterOrEqualTo(end);
        assertThat(owner.get(ALL + "/192.0.2.1").status()).isEqualTo(404);
    }

    @Test
    void mayBeReadByReadersAndChangedByOwners() {
        owner.post(ALL, "[{'ipAddress':'192.0.2.1'}]");

        assertThat(plane.reader().get(ALL + "/192.0.2.1").status()).isEqualTo(200);
        assertThat(plane.reader().delete(ALL + "/192.0.2.1").status()).isEqualTo(401);
    }

    @Test
    void standBesideBarePathsThatClientsAsk() {
        assertThat(owner.get("/api/private/ipinfo").text()).isEqualTo("{\"currentIpv4Address\":\"127.0.0.1\"}");
        assertThat(plane.stranger()
                        .get("/api/private/unauth/nds/defaultMongoDBMajorVersion")
                        .text())
                .isEqualTo("8.0");
        assertThat(owner.post("/api/private/v1.0/telemetry/events", "[]").status())
                .isEqualTo(204);
        assertThat(plane.stranger()
                        .post("/api/private/unauth/telemetry/events", "[]")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void takeCommentsOf80Characters() {
        String comment = "\uD83D\uDD11".repeat(80);

        assertThat(owner.post(ALL, "[{'ipAddress':'192.0.2.1','comment':'" + comment + "'}]")
                        .json()
                        .at("/results/0/comment")
                        .asString())
                .isEqualTo(comment);
    }

    @Test
    void areToldOfAPastDateBeforeTheRange() {
        refused("[{'cidrBlock':'nowhere','deleteAfterDate':'2020-01-01T00:00:00Z'}]", "INVALID_ATTRIBUTE");
    }

    private void refused(String body, String code) {
        Answer answer = owner.post(ALL, body);
        assertThat(answer.errorCode()).as(answer.text()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(400);
    }

    private void refused(String body) {
        Answer answer = owner.post(ALL, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    }
}
