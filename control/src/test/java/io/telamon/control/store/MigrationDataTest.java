package io.telamon.control.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** What migrations do to rows that there are. */
class MigrationDataTest {

    private final SQLiteDataSource source = new SQLiteDataSource();

    @Test
    void customRolesBecomeDocumentsAndExpiringRowsHaveATaskOfTheirProject(@TempDir Path folder) {
        Jdbi database = migratedTo("V14", folder);
        database.useHandle(handle -> {
            handle.execute("INSERT INTO organization VALUES ('o', 'name', FALSE, '{}')");
            handle.execute("INSERT INTO project VALUES ('p', 'o', 'name', 0, TRUE, NULL, '[]', '{}', TRUE)");
            handle.execute("INSERT INTO custom_role VALUES ('p', 'clerk', '{\"roleName\":\"clerk\"}')");
            handle.execute("INSERT INTO database_user VALUES ('p', 'admin', 'ann', '{}', '[]', 2000)");
            handle.execute("INSERT INTO database_user VALUES ('p', 'admin', 'bob', '{}', '[]', 1000)");
            handle.execute("INSERT INTO database_user VALUES ('p', 'admin', 'eve', '{}', '[]', NULL)");
            handle.execute("INSERT INTO task (kind, subject, due_at, lease_until)"
                    + " VALUES ('database-user', 'p admin ann', 2000, 0), ('cluster', 'c', 5, 0)");
        });

        Migrations.apply(source);

        assertThat(rows(database, "SELECT project_id, kind, id, body FROM project_document"))
                .containsExactly(Map.of(
                        "project_id", "p", "kind", "custom-role", "id", "clerk", "body", "{\"roleName\":\"clerk\"}"));
        assertThat(rows(database, "SELECT kind, subject, due_at FROM task"))
                .containsExactlyInAnyOrder(
                        Map.of("kind", "cluster", "subject", "c", "due_at", 5),
                        Map.of("kind", "database-user", "subject", "p", "due_at", 1000));
    }

    @Test
    void whatClientsSetOfAClusterBecomesOneColumn(@TempDir Path folder) {
        Jdbi database = migratedTo("V15", folder);
        database.useHandle(handle -> handle.execute("""
                INSERT INTO cluster (id, project_id, organization_id, name, kind, in_serverless_api, provider, region,
                    state, created_at, host_label, host_hash, shard_label, replica_set, termination_protection,
                    continuous_backup, auto_indexing, tags)
                VALUES ('c', 'p', 'o', 'name', 'FLEX', FALSE, 'AWS', 'US_EAST_1', 'IDLE', 0, 'l', 'h', 's', 'r', TRUE,
                    FALSE, TRUE, '[{"key":"k","value":"v"}]')"""));

        Migrations.apply(source);

        assertThat(rows(database, "SELECT spec FROM cluster"))
                .containsExactly(Map.of(
                        "spec",
                        "{\"autoIndexing\":true,\"continuousBackup\":false,"
                                + "\"tags\":[{\"key\":\"k\",\"value\":\"v\"}],\"terminationProtection\":true}"));
    }

    @Test
    void entriesAreShownAsTheyWereAndUsersHavePasswords(@TempDir Path folder) {
        Jdbi database = migratedTo("V16", folder);
        database.useHandle(handle -> {
            handle.execute("INSERT INTO organization VALUES ('o', 'name', FALSE, '{}')");
            handle.execute("INSERT INTO project VALUES ('p', 'o', 'name', 0, TRUE, NULL, '[]', '{}', TRUE)");
            handle.execute("INSERT INTO access_list_entry VALUES ('p', '10.1.0.0/16', NULL, NULL)");
            handle.execute("INSERT INTO api_access_entry VALUES ('k', '10.2.0.0/16', 0, 0, NULL, NULL)");
            handle.execute("INSERT INTO database_user VALUES ('p', 'admin', 'ann', '{}', '[]', NULL)");
        });

        Migrations.apply(source);

        assertThat(rows(database, "SELECT address_range, cidr_block FROM access_list_entry"))
                .containsExactly(Map.of("address_range", "10.1.0.0/16", "cidr_block", "10.1.0.0/16"));
        assertThat(rows(database, "SELECT address_range, cidr_block FROM api_access_entry"))
                .containsExactly(Map.of("address_range", "10.2.0.0/16", "cidr_block", "10.2.0.0/16"));
        assertThat(rows(database, "SELECT authentication FROM database_user"))
                .containsExactly(Map.of(
                        "authentication",
                        "{\"awsIAMType\":\"NONE\",\"ldapAuthType\":\"NONE\","
                                + "\"oidcAuthType\":\"NONE\",\"x509Type\":\"NONE\"}"));
    }

    private Jdbi migratedTo(String version, Path folder) {
        source.setUrl("jdbc:sqlite:" + folder.resolve("telamon.db"));
        Migrations.apply(
                source,
                MigrationScript.all().stream()
                        .filter(script -> script.getFilename().substring(0, 3).compareTo(version) <= 0)
                        .toList());
        return Jdbis.over(source);
    }

    private static List<Map<String, Object>> rows(Jdbi database, String query) {
        return database.withHandle(
                handle -> handle.createQuery(query).mapToMap().list());
    }
}
