package io.telamon.control.store;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.CodeSource;
import java.util.Optional;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.OSInfo;

/**
 * The native library of the SQLite driver, unpacked beside the driver's jar when the program is built. Without it the driver
 * unpacks and compares a copy at each start, which takes a thirtieth of a second.
 */
public final class SqliteLibrary {

    private static final String NAME = System.mapLibraryName("sqlitejdbc");

    private SqliteLibrary() {}

    /** Tells the driver to load the unpacked library. Whether there is one. */
    public static boolean use() {
        return folder().filter(SqliteLibrary::use).isPresent();
    }

    static boolean use(Path folder) {
        if (!Files.isReadable(folder.resolve(NAME))) {
            return false;
        }
        System.setProperty("org.sqlite.lib.path", folder.toString());
        System.setProperty("org.sqlite.lib.name", NAME);
        return true;
    }

    /**
     * Unpacks the library for this operating system and processor, if the driver is a jar.
     *
     * @throws IOException when it cannot be written, or there is none for this system
     */
    public static void unpack() throws IOException {
        Path folder = folder().orElse(null);
        if (folder != null) {
            unpack(folder);
        }
    }

    static void unpack(Path folder) throws IOException {
        String resource = "/org/sqlite/native/" + OSInfo.getNativeLibFolderPathForCurrentOS() + "/" + NAME;
        try (InputStream library = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            if (library == null) {
                throw new NoSuchFileException(resource);
            }
            Files.createDirectories(folder);
            Path whole = Files.createTempFile(folder, NAME, ".part");
            Files.copy(library, whole, StandardCopyOption.REPLACE_EXISTING);
            Files.move(whole, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** One for each version of the driver, as its jar has the version in its name. */
    private static Optional<Path> folder() {
        return Optional.ofNullable(SQLiteJDBCLoader.class.getProtectionDomain().getCodeSource())
                .flatMap(SqliteLibrary::file)
                .filter(file -> file.getFileName().toString().endsWith(".jar"))
                .map(jar -> jar.resolveSibling(jar.getFileName().toString().replaceFirst("\\.jar$", "")));
    }

    private static Optional<Path> file(CodeSource source) {
        try {
            return Optional.of(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty(); // a class loader of its own
        }
    }
}
