package io.telamon.control;

import static io.telamon.control.TestControlPlane.ORGANIZATION;
import static io.telamon.control.TestControlPlane.PROJECT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.TestClient.Answer;
import io.telamon.control.rehearsal.Pace;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order in which a request is authorized, counted and hit by faults. */
class RequestOrderTest {

    /** Its bucket holds 10 tokens. */
    private static final String SETTINGS = "/orgs/" + ORGANIZATION + "/settings";

    private static final String CLIENT = "mdb_sa_id_0123456789abcdef01234567";
    private static final String OTHER_CLIENT = "mdb_sa_id_1123456789abcdef01234567";
    private static final String FAULTS = "/telamon/v1/faults";
    private static final String CALENDAR = "/telamon/v1/calendar";

    @TempDir
    private Path folder;

    private TestControlPlane plane;
    private TestClient owner;

    @BeforeEach
    void start() {
        ControlSettings settings = ControlSettings.defaults().at(Pace.INSTANT);
        plane = TestControlPlane.start(
                folder, new ControlSettings(settings.node(), settings.pace(), settings.calendar(), true, true));
        owner = plane.owner();
    }

    @AfterEach
    void stop() {
        plane.close();
    }

    @Test
    void refusesWhenTheBucketIsEmptyAndSaysWhenToComeBack() {
        for (int left = 9; left >= 0; left--) {
            Answer answer = owner.get(SETTINGS);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("RateLimit-Limit")).isEqualTo("10");
            assertThat(answer.header("RateLimit-Remaining")).isEqualTo(Integer.toString(left));
        }

        Answer refused = owner.get(SETTINGS);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.errorCode()).isEqualTo("RATE_LIMITED_TOKEN_BUCKET");
        assertThat(refused.header("Retry-After")).isEqualTo("12");
        assertThat(refused.header("RateLimit-Remaining")).isEqualTo("0");
    }

    @Test
    void refusesTokensToAClientThatAsksForTooMany() {
        for (int i = 0; i < 50; i++) {
            assertThat(token("127.0.0.2", CLIENT)).startsWith("HTTP/1.1 401 ");
        }

        String refused = token("127.0.0.2", CLIENT);
        assertThat(refused)
                .startsWith("HTTP/1.1 429 ")
                .contains("\"errorCode\":\"RATE_LIMITED\"", "\"parameters\":[\"/api/oauth/token\",50,1]")
                .contains("Retry-After: 2\r\n", "RateLimit-Limit: 50\r\n", "RateLimit-Remaining: 0\r\n");
        assertThat(token("127.0.0.2", OTHER_CLIENT)).as("another client").startsWith("HTTP/1.1 401 ");
        assertThat(token("127.0.0.3", CLIENT)).as("another address").startsWith("HTTP/1.1 401 ");
    }

    @Test
    void countsTokenRequestsOfAnAddressTogetherWhenTheyNameNoClient() {
        for (int i = 0; i < 50; i++) {
            assertThat(token("127.0.0.2", "nobody" + i)).startsWith("HTTP/1.1 401 ");
        }

        assertThat(token("127.0.0.2", "somebody")).startsWith("HTTP/1.1 429 ");
    }

    private String token(String address, String client) {
        String basic = Base64.getEncoder().encodeToString((client + ":wrong").getBytes(UTF_8));
        try (RawConnection connection = RawConnection.from(address, plane.port())) {
            return connection
                    .send("POST /api/oauth/token HTTP/1.1\r\nHost: h\r\nAuthorization: Basic " + basic
                            + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 29\r\n\r\n"
                            + "grant_type=client_credentials")
                    .readResponse();
        }
    }

    @Test
    void countsNothingForCallersWithoutTheRole() {
        TestClient other = plane.otherOwner();
        TestClient reader = plane.reader();

        for (int i = 0; i < 20; i++) {
            Answer foreign = other.get(SETTINGS);
            assertThat(foreign.status()).isEqualTo(401);
            assertThat(foreign.header("RateLimit-Remaining")).isEmpty();
            assertThat(reader.patch(SETTINGS, "{'multiFactorAuthRequired':true}")
                            .status())
                    .isEqualTo(401);
            assertThat(plane.stranger().get(SETTINGS).status()).isEqualTo(401);
            assertThat(other.get("/orgs/nonsense/settings").status()).isEqualTo(400);
        }

        assertThat(owner.get(SETTINGS).header("RateLimit-Remaining")).isEqualTo("9");
    }

    @Test
    void hitsNobodyWithAFaultWhoHasNoRightToTheOperation() {
        owner.post(FAULTS, "{'operation':'updateGroup','status':503,'count':1}");

        assertThat(plane.reader().patch("/groups/" + PROJECT, "{'name':'new'}").status())
                .isEqualTo(401);
        assertThat(plane.otherOwner()
                        .patch("/groups/" + PROJECT, "{'name':'new'}")
                        .status())
                .isEqualTo(401);
        assertThat(owner.patch("/groups/" + PROJECT, "{'name':'new'}").status()).isEqualTo(503);
        assertThat(owner.patch("/groups/" + PROJECT, "{'name':'new'}").status()).isEqualTo(200);
    }

    @Test
    void limitsTheFaultsOfAnotherOrganizationToIt() {
        TestClient other = plane.otherOwner();
        other.post(FAULTS, "{'operation':'listGroups','status':503}");
        other.post(FAULTS, "{'stuck':{'clusterName':'*'}}");

        assertThat(other.get("/groups").status()).isEqualTo(503);
        assertThat(owner.get("/groups").status()).isEqualTo(200);
        assertThat(flexState("a")).isEqualTo("IDLE");
    }

    @Test
    void hitsEverybodyWithTheFaultsOfTheFirstOrganization() {
        TestClient other = plane.otherOwner();
        owner.post(FAULTS, "{'operation':'listGroups','status':503}");
        owner.post(FAULTS, "{'operation':'createAccessToken','status':503,'count':1}");

        assertThat(other.get("/groups").status()).isEqualTo(503);
        assertThat(owner.get("/groups").status()).isEqualTo(503);
        assertThat(plane.stranger()
                        .form("/api/oauth/token", "grant_type=client_credentials")
                        .status())
                .isEqualTo(503);
    }

    @Test
    void showsAndEndsTheFaultsOfAnotherOrganizationToTheFirstOne() {
        TestClient other = plane.otherOwner();
        String ours = owner.post(FAULTS, "{'operation':'getGroupSettings','status':503}")
                .json()
                .path("id")
                .asString();
        other.post(FAULTS, "{'operation':'listGroups','status':503}");

        assertThat(other.get(FAULTS).json().size()).isEqualTo(1);
        assertThat(other.delete(FAULTS + "/" + ours).status()).isEqualTo(404);
        assertThat(owner.get(FAULTS).json().size()).isEqualTo(2);
        assertThat(other.delete(FAULTS).status()).isEqualTo(204);
        assertThat(owner.get(FAULTS).json().size()).isEqualTo(1);
        other.post(FAULTS, "{'operation':'listGroups','status':503}");
        assertThat(owner.delete(FAULTS).status()).isEqualTo(204);
        assertThat(other.get(FAULTS).json().size()).isZero();
    }

    @Test
    void letsOwnersOfTheFirstOrganizationAloneChangeThingsForAll() {
        TestClient other = plane.otherOwner();

        assertThat(other.get(CALENDAR).status()).isEqualTo(200);
        assertThat(other.put(CALENDAR, "{'calendar':'sunset'}").errorCode()).isEqualTo("USER_UNAUTHORIZED");
        assertThat(other.post(CALENDAR + "/migrations", "{}").status()).isEqualTo(401);
        assertThat(other.get("/telamon/v1/transitions").status()).isEqualTo(401);
        assertThat(other.post("/telamon/v1/transitions:release", "{}").status()).isEqualTo(401);
        assertThat(plane.creator().put(CALENDAR, "{'calendar':'sunset'}").status())
                .isEqualTo(401);
        assertThat(owner.put(CALENDAR, "{'calendar':'sunset'}").status()).isEqualTo(200);
        assertThat(owner.post(CALENDAR + "/migrations", "{}").status()).isEqualTo(200);
        assertThat(owner.get("/telamon/v1/transitions").status()).isEqualTo(200);
    }

    private String flexState(String name) {
        owner.post(
                "/groups/" + PROJECT + "/flexClusters",
                "{'name':'" + name + "','providerSettings':{'backingProviderName':'AWS','regionName':'US_EAST_1'}}");
        plane.awaitTasks();
        return owner.get("/groups/" + PROJECT + "/flexClusters/" + name)
                .json()
                .path("stateName")
                .asString();
    }
}
