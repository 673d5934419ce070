package io.telamon.control.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.api.resource.LoadableResource;

/** One script beside this class. Only those named here are ever applied. */
final class MigrationScript extends LoadableResource {

    private static final List<String> NAMES = List.of(
            "V01__organization_project.sql",
            "V02__access.sql",
            "V03__cluster.sql",
            "V04__event.sql",
            "V05__endpoint.sql",
            "V06__task.sql",
            "V07__database.sql",
            "V08__network.sql",
            "V09__data_plane.sql",
            "V10__private_door.sql",
            "V11__metering.sql",
            "V12__placement.sql",
            "V13__token_secret.sql",
            "V14__fault_organization.sql");

    private final String name;
    private final String text;

    private MigrationScript(String name) {
        this.name = name;
        this.text = load(name);
    }

    /** All scripts, the oldest first. */
    static List<MigrationScript> all() {
        return NAMES.stream().map(MigrationScript::new).toList();
    }

    String text() {
        return text;
    }

    @Override
    public Reader read() {
        return new StringReader(text);
    }

    @Override
    public String getAbsolutePath() {
        return name;
    }

    @Override
    public String getAbsolutePathOnDisk() {
        return name;
    }

    @Override
    public String getFilename() {
        return name;
    }

    @Override
    public String getRelativePath() {
        return name;
    }

    private static String load(String name) {
        try (InputStream in =
                Objects.requireNonNull(MigrationScript.class.getResourceAsStream("migrations/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
