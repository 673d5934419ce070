package io.telamon.control.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.BootstrapIds;
import io.telamon.control.IdentityModule;
import io.telamon.control.InstallationBootstrap;
import io.telamon.control.access.AccessSettings;
import io.telamon.control.access.crypto.MasterKey;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.store.Store;
import io.telamon.control.store.TestStores;
import io.telamon.gateway.model.ProjectId;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstOwnersTest {

    private static final OrganizationId ORGANIZATION = new OrganizationId("aaaaaaaaaaaaaaaaaaaaaaaa");

    @TempDir
    private Path folder;

    private Store store;
    private IdentityModule identity;
    private InstallationBootstrap bootstrap;

    @BeforeEach
    void openWhatWasMadeBeforeThereWerePeople() {
        store = TestStores.open(folder);
        identity = IdentityModule.in(
                store, Clock.systemUTC(), AccessSettings.DEFAULT, MasterKey.of(new byte[MasterKey.LENGTH]));
        bootstrap = identity.bootstrap();
        store.write(transaction -> {
            transaction.handle().createScript("""
                            INSERT INTO organization (id, name, skip_default_alerts, settings)
                            VALUES ('aaaaaaaaaaaaaaaaaaaaaaaa', 'one', FALSE, '{}');
                            INSERT INTO project (id, organization_id, name, created_at, with_default_alerts, tags, settings,
                                managed_slow_ms)
                            VALUES ('bbbbbbbbbbbbbbbbbbbbbbbb', 'aaaaaaaaaaaaaaaaaaaaaaaa', 'p', 0, TRUE, '[]', '{}', TRUE);
                            INSERT INTO team (id, organization_id, name, usernames)
                            VALUES ('cccccccccccccccccccccccc', 'aaaaaaaaaaaaaaaaaaaaaaaa', 't',
                                '["owner@example.org", "ann@example.org"]');
                            """).execute();
            return ORGANIZATION;
        });
    }

    @AfterEach
    void close() {
        identity.close();
        store.close();
    }

    @Test
    void becomeOwnersOfWhatHasNone() {
        bootstrap.addPeople("owner@example.org");

        List<MemberDetails> members = members();
        assertThat(members)
                .extracting(details -> details.member().username())
                .containsExactly("owner@example.org", "ann@example.org");
        assertThat(members.getFirst().grants().toString()).contains("ORG_OWNER", "GROUP_OWNER");
        assertThat(members.getLast().grants().toString()).contains("ORG_MEMBER").doesNotContain("OWNER");
        assertThat(members).allSatisfy(details -> assertThat(details.teams()).hasSize(1));
    }

    @Test
    void areMadeOnce() {
        bootstrap.addPeople("owner@example.org");
        List<MemberDetails> before = members();

        bootstrap.addPeople("another@example.org");

        assertThat(members()).isEqualTo(before);
        assertThat(bootstrap
                        .owningPerson(new BootstrapIds(ORGANIZATION, new ProjectId("bbbbbbbbbbbbbbbbbbbbbbbb")))
                        .orElseThrow()
                        .username())
                .isEqualTo("owner@example.org");
    }

    private List<MemberDetails> members() {
        return store.read(handle -> MemberDetails.all(handle, ORGANIZATION));
    }
}
