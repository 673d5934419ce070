package io.telamon.control.calendar;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.TestClient;
import io.telamon.control.TestClient.Answer;
import io.telamon.control.TestControlPlane;
import io.telamon.control.WithControlPlane;
import io.telamon.control.api.OfferedVersion;
import io.telamon.control.api.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithControlPlane
class SunsetTest {

    private static final String INVITES = "/orgs/" + TestControlPlane.ORGANIZATION + "/invites";
    private static final String FIRST = "application/vnd.atlas.2023-01-01+json";

    private TestControlPlane plane;
    private TestClient owner;

    @BeforeEach
    void set(TestControlPlane running) {
        plane = running;
        owner = plane.owner();
    }

    @Test
    void endsEveryVersionOfEveryOperationOnItsAnnouncedDay() {
        Map<LocalDate, List<Version>> bySunset = versions()
                .filter(version -> version.offered().sunset().isPresent())
                .collect(groupingBy(version -> version.offered().sunset().orElseThrow(), TreeMap::new, toList()));
        assertThat(bySunset).hasSizeGreaterThan(4);

        bySunset.forEach((day, versions) -> {
            calendar(day.minusDays(1).toString());
            assertThat(versions).as("the day before %s", day).noneMatch(this::isGone);
            calendar(day.toString());
            assertThat(versions).as("on %s", day).allMatch(this::isGone);
        });
    }

    @Test
    void hasEndedNothingOnTheDefaultDayThatClientsOfTodaySend() {
        assertThat(owner.get("/telamon/v1/calendar").json().at("/date").asString())
                .isEqualTo("2026-01-02");

        assertThat(versions().filter(this::isGone))
                .extracting(Version::toString)
                .containsExactly("upgradeGroupClusterTenantUpgradeToServerless 2023-01-01");
    }

    @Test
    void isAnnouncedBeforeItAndNamesThePathWithoutItsFirstSlashAfterIt() {
        calendar("2027-06-30");
        Answer before = owner.accepting(FIRST).get(INVITES);
        calendar("2027-07-01");
        Answer after = owner.accepting(FIRST).get(INVITES);

        assertThat(before.status()).isEqualTo(200);
        assertThat(before.header("Sunset")).isEqualTo("Thu, 1 Jul 2027 00:00:00 GMT");
        assertThat(after.status()).isEqualTo(410);
        assertThat(after.errorCode()).isEqualTo("VERSION_GONE");
        assertThat(after.json().at("/parameters/0").asString()).isEqualTo("2023-01-01");
        assertThat(after.json().at("/parameters/1").asString()).isEqualTo("api/atlas/v2" + INVITES);
    }

    private void calendar(String setting) {
        assertThat(owner.put("/telamon/v1/calendar", "{'calendar':'" + setting + "'}")
                        .status())
                .isEqualTo(200);
    }

    private Stream<Version> versions() {
        return plane.operations().stream()
                .flatMap(operation -> operation.versions().stream().map(offered -> new Version(operation, offered)));
    }

    private boolean isGone(Version version) {
        String path = version.operation()
                .path()
                .text()
                .replace("{orgId}", TestControlPlane.ORGANIZATION)
                .replace("{groupId}", TestControlPlane.PROJECT)
                .replaceAll("\\{[^}]*}", "c".repeat(24));
        return owner.accepting(version.mediaType())
                        .send(version.operation().method().name(), path, "")
                        .status()
                == 410;
    }

    private record Version(Operation operation, OfferedVersion offered) {

        String mediaType() {
            return "application/vnd.atlas." + offered.version() + "+"
                    + offered.formats().iterator().next();
        }

        @Override
        public String toString() {
            return operation.id() + " " + offered.version();
        }
    }
}
