package io.telamon.control.person.invitation;

import static io.telamon.control.TestControlPlane.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.ControlSettings;
import io.telamon.control.TestControlPlane;
import io.telamon.control.api.Json;
import io.telamon.control.api.Role;
import io.telamon.control.event.EventLog;
import io.telamon.control.notification.ChangeNotifier;
import io.telamon.control.organization.Organizations;
import io.telamon.control.project.Projects;
import io.telamon.control.store.ObjectIdGenerator;
import io.telamon.control.store.Store;
import io.telamon.control.store.TestStores;
import io.telamon.control.work.Expiration;
import io.telamon.control.work.UnitsOfWork;
import io.telamon.gateway.model.ProjectId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectInvitationExpiryTest {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final ProjectId ONE = new ProjectId(PROJECT);

    @TempDir
    private Path folder;

    @Test
    void removesWhatIsNotAcceptedInTime() {
        Store store = TestStores.open(folder);
        try (TestControlPlane plane = TestControlPlane.start(store, ControlSettings.defaults())) {
            Clock clock = Clock.systemUTC();
            EventLog events = new EventLog(new ObjectIdGenerator(clock), clock, new Json());
            UnitsOfWork units = new UnitsOfWork(
                    store,
                    clock,
                    events,
                    new ChangeNotifier(store, change -> {}),
                    new Projects(store, new Organizations(store)));
            store.write(transaction -> {
                ProjectInvitation old = new ProjectInvitation(
                        "c".repeat(24),
                        ONE,
                        "ann@example.org",
                        "abcdefgh",
                        List.of(Role.GROUP_OWNER),
                        LONG_AGO,
                        LONG_AGO);
                return ProjectInvitationTable.insert(transaction.handle(), old);
            });

            new Expiration(units, ProjectInvitationExpiry.KIND, new ProjectInvitationExpiry()).run(PROJECT);

            List<ProjectInvitation> left = store.read(handle -> ProjectInvitationTable.all(handle, ONE));
            assertThat(left).isEmpty();
            assertThat(plane.owner()
                            .get("/groups/" + PROJECT + "/events")
                            .json()
                            .at("/results/0/targetUsername")
                            .asString())
                    .isEqualTo("ann@example.org");
        }
    }
}
