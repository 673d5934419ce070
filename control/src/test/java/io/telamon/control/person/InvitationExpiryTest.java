package io.telamon.control.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.access.AccessModule;
import io.telamon.control.access.AccessSettings;
import io.telamon.control.access.crypto.MasterKey;
import io.telamon.control.api.Json;
import io.telamon.control.api.Role;
import io.telamon.control.event.EventLog;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.notification.ChangeNotifier;
import io.telamon.control.organization.Organization;
import io.telamon.control.organization.Organizations;
import io.telamon.control.project.Projects;
import io.telamon.control.store.ObjectIdGenerator;
import io.telamon.control.store.Store;
import io.telamon.control.store.TestStores;
import io.telamon.control.work.UnitsOfWork;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InvitationExpiryTest {

    private static final OrganizationId ORGANIZATION = new OrganizationId("aaaaaaaaaaaaaaaaaaaaaaaa");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    private Store store;
    private AccessModule access;
    private Organizations organizations;
    private Projects projects;

    @BeforeEach
    void open() {
        store = TestStores.open(folder);
        organizations = new Organizations(store);
        projects = new Projects(store, organizations);
        access = new AccessModule(
                store,
                at(START),
                events(at(START)),
                MasterKey.of(new byte[MasterKey.LENGTH]),
                AccessSettings.DEFAULT,
                projects);
        store.write(transaction -> {
            organizations.create(transaction, new Organization(ORGANIZATION, "one", false));
            people(START).join(transaction, ORGANIZATION, "owner@example.org", Role.ORG_OWNER);
            return ORGANIZATION;
        });
    }

    @AfterEach
    void close() {
        access.close();
        store.close();
    }

    @Test
    void removesWhatIsNotAcceptedInThirtyDays() {
        invite("ann@example.org", START);
        invite("bob@example.org", START.plus(Duration.ofDays(1)));

        expiry(START.plus(Duration.ofDays(30))).run(ORGANIZATION.value());

        assertThat(names()).containsExactly("owner@example.org", "bob@example.org");
        assertThat(texts("SELECT about FROM event WHERE type = 'ORG_INVITATION_DELETED'"))
                .containsExactly("{\"targetUsername\":\"ann@example.org\"}");
        assertThat(texts("SELECT username FROM person")).doesNotContain("ann@example.org");
        assertThat(texts("SELECT due_at FROM task WHERE kind = '" + InvitationExpiry.KIND + "'"))
                .containsExactly(Long.toString(START.plus(Duration.ofDays(31)).toEpochMilli()));
    }

    @Test
    void endsWithTheLastInvitation() {
        invite("ann@example.org", START);

        expiry(START.plus(Duration.ofDays(40))).run(ORGANIZATION.value());

        assertThat(names()).containsExactly("owner@example.org");
        assertThat(texts("SELECT subject FROM task")).isEmpty();
    }

    private void invite(String username, Instant now) {
        units(now).write(unit -> {
            people(now).invite(unit.transaction(), ORGANIZATION, username, "abcdefgh");
            expiry(now).reschedule(unit, ORGANIZATION);
            return ORGANIZATION;
        });
    }

    private InvitationExpiry expiry(Instant now) {
        return new InvitationExpiry(units(now), organizations, people(now));
    }

    private People people(Instant now) {
        return new People(new ObjectIdGenerator(at(now)), at(now), organizations, access.memberships());
    }

    private UnitsOfWork units(Instant now) {
        return new UnitsOfWork(store, at(now), events(at(now)), new ChangeNotifier(store, change -> {}), projects);
    }

    private static EventLog events(Clock clock) {
        return new EventLog(new ObjectIdGenerator(clock), clock, new Json());
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private List<String> names() {
        return store.read(handle -> People.all(handle, ORGANIZATION)).stream()
                .map(Member::username)
                .toList();
    }

    private List<String> texts(String sql) {
        return store.read(handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
