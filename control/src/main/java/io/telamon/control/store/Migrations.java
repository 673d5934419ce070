package io.telamon.control.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Brings a database to the schema of this version. The scripts are the same for both databases.
 *
 * <p>When all is done, a fingerprint of the scripts is kept in the database. A later start that has the very same
 * scripts finds it and does not need Flyway, which takes longer than everything else that opens the database. Any
 * other start has Flyway validate and migrate.
 */
final class Migrations {

    private static final String SETTING = "schema";

    private final Jdbi database;
    private final DataSource source;
    private final List<MigrationScript> scripts;

    private Migrations(DataSource source, List<MigrationScript> scripts) {
        this.source = source;
        this.database = Jdbis.over(source);
        this.scripts = scripts;
    }

    static void apply(DataSource source) {
        apply(source, MigrationScript.all());
    }

    /** Applies some of the scripts only, for tests of the others. */
    static void apply(DataSource source, List<MigrationScript> scripts) {
        new Migrations(source, scripts).apply();
    }

    private void apply() {
        String fingerprint = fingerprint();
        if (!kept().equals(Optional.of(fingerprint))) {
            migrate();
            keep(fingerprint);
        }
    }

    private void migrate() {
        Flyway flyway = Flyway.configure()
                .dataSource(source)
                .resourceProvider(new Scripts(scripts))
                .javaMigrationClassProvider(List::of)
                .loggers("slf4j")
                .load();
        boolean newer = Arrays.stream(flyway.info().all())
                .anyMatch(migration -> migration.getState() == MigrationState.FUTURE_SUCCESS);
        if (newer) {
            throw new IllegalStateException(
                    "a newer version of Telamon has migrated it; start that version, or bring back a copy from before");
        }
        flyway.migrate();
    }

    private Optional<String> kept() {
        try {
            return database.withHandle(handle -> handle.createQuery("SELECT value FROM setting WHERE name = ?")
                    .bind(0, SETTING)
                    .mapTo(String.class)
                    .findOne());
        } catch (JdbiException noSuchTableYet) {
            if (StoreFailures.of(noSuchTableYet).isPresent()) {
                throw noSuchTableYet;
            }
            return Optional.empty();
        }
    }

    private void keep(String fingerprint) {
        database.useHandle(handle -> handle.execute(
                "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                SETTING,
                fingerprint));
    }

    private String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (MigrationScript script : scripts) {
                digest.update(script.getFilename().getBytes(StandardCharsets.UTF_8));
                digest.update(script.text().getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("no SHA-256", e);
        }
    }

    /** Gives Flyway the scripts, so that it searches for none. */
    private record Scripts(List<MigrationScript> all) implements ResourceProvider {

        @Override
        public @Nullable LoadableResource getResource(String name) {
            return all.stream()
                    .filter(script -> script.getFilename().equals(name))
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return all.stream()
                    .filter(script -> script.getFilename().startsWith(prefix))
                    .map(LoadableResource.class::cast)
                    .toList();
        }
    }
}
