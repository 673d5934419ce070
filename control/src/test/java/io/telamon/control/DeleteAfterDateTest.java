package io.telamon.control;

import static io.telamon.control.TestControlPlane.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.TestClient.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The end of temporary database users and access list entries: in the future, and within a week. */
class DeleteAfterDateTest {

    private static final String USERS = "/groups/" + PROJECT + "/databaseUsers";
    private static final String ENTRIES = "/groups/" + PROJECT + "/accessList";
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private TestControlPlane plane;
    private TestClient owner;

    @BeforeEach
    void start() {
        plane = TestControlPlane.start(folder, ControlSettings.defaults());
        owner = plane.owner();
    }

    @AfterEach
    void stop() {
        plane.close();
    }

    @Test
    void ofANewUserIsWithinAWeek() {
        refused(owner.post(USERS, user("ann", WEEK.plus(MINUTE))));
        refused(owner.post(USERS, user("ann", MINUTE.negated())));

        assertThat(owner.post(USERS, user("ann", WEEK.minus(MINUTE))).status()).isEqualTo(201);
    }

    @Test
    void ofAUserThatIsChangedIsWithinAWeek() {
        owner.post(USERS, user("ann", WEEK.minus(MINUTE)));

        refused(owner.patch(USERS + "/admin/ann", "{'deleteAfterDate':'" + in(WEEK.plus(MINUTE)) + "'}"));
        refused(owner.patch(USERS + "/admin/ann", "{'deleteAfterDate':'" + in(MINUTE.negated()) + "'}"));

        assertThat(owner.patch(USERS + "/admin/ann", "{'deleteAfterDate':'" + in(MINUTE) + "'}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void ofAnAccessListEntryIsWithinAWeek() {
        refused(owner.post(ENTRIES, entry(WEEK.plus(MINUTE))));
        refused(owner.post(ENTRIES, entry(MINUTE.negated())));

        assertThat(owner.post(ENTRIES, entry(WEEK.minus(MINUTE))).status()).isEqualTo(201);
    }

    private static void refused(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo("INVALID_ATTRIBUTE");
        assertThat(answer.text()).contains("deleteAfterDate");
    }

    private static String user(String name, Duration after) {
        return "{'databaseName':'admin','username':'" + name + "','password':'correct-horse','roles':"
                + "[{'roleName':'read','databaseName':'shop'}],'deleteAfterDate':'" + in(after) + "'}";
    }

    private static String entry(Duration after) {
        return "[{'ipAddress':'192.0.2.1','deleteAfterDate':'" + in(after) + "'}]";
    }

    private static Instant in(Duration after) {
        return Instant.now().plus(after).truncatedTo(ChronoUnit.SECONDS);
    }
}
