package io.telamon.control.store;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Lists the files of a folder on the class path, whether the classes are in a jar or in a folder. */
final class ResourceFolder {

    private ResourceFolder() {}

    /**
     * The names of the files, sorted.
     *
     * @param beside the class beside which the folder is
     * @throws UncheckedIOException if the folder cannot be read
     * @throws IllegalStateException if there is no such folder, or it is neither a folder nor in a jar
     */
    static List<String> names(Class<?> beside, String folder) {
        URL found = beside.getResource(folder);
        if (found == null) {
            throw new IllegalStateException("there is no folder " + folder + " beside " + beside.getName());
        }
        try (Stream<String> names =
                found.openConnection() instanceof JarURLConnection jar ? inJar(jar) : inFolder(found)) {
            return names.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> inJar(JarURLConnection connection) throws IOException {
        String prefix = connection.getEntryName() + (connection.getEntryName().endsWith("/") ? "" : "/");
        return connection.getJarFile().stream()
                .filter(entry -> entry.getName().startsWith(prefix) && !entry.isDirectory())
                .map(entry -> entry.getName().substring(prefix.length()));
    }

    private static Stream<String> inFolder(URL url) {
        String[] names = new File(URI.create(url.toString())).list();
        return Stream.of(Objects.requireNonNull(names, url::toString));
    }
}
