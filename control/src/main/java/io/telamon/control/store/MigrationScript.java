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

/** One script of the folder {@code migrations} beside this class. All of them are applied, in the order of their names. */
final class MigrationScript extends LoadableResource {

    private static final String FOLDER = "migrations";

    private final String name;
    private final String text;

    private MigrationScript(String name) {
        this.name = name;
        this.text = load(name);
    }

    /** All scripts, the oldest first. */
    static List<MigrationScript> all() {
        return ResourceFolder.names(MigrationScript.class, FOLDER).stream()
                .filter(name -> name.endsWith(".sql"))
                .map(MigrationScript::new)
                .toList();
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
                Objects.requireNonNull(MigrationScript.class.getResourceAsStream(FOLDER + "/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
