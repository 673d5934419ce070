package io.telamon.control.store;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the folder of a PostgreSQL server's programs on this machine. */
final class PostgresqlPrograms {

    /** Folders of versions, each of which has a {@code bin}: of Debian, of the PostgreSQL project, of Homebrew. */
    private static final List<String> VERSIONS =
            List.of("/usr/lib/postgresql/*", "/usr/pgsql-*", "/opt/homebrew/opt/postgresql*");

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private PostgresqlPrograms() {}

    /** The folder on the {@code PATH} that has them, else that which {@code pg_config} names, else the newest version's. */
    static Optional<Path> find() {
        return Stream.of(onPath(), configured(), installed())
                .flatMap(folders -> folders)
                .filter(folder -> Files.isExecutable(folder.resolve("initdb")))
                .findFirst();
    }

    private static Stream<Path> onPath() {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of);
    }

    private static Stream<Path> configured() {
        try {
            return Stream.of(
                    Path.of(Commands.run(List.of("pg_config", "--bindir")).strip()));
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static Stream<Path> installed() {
        return VERSIONS.stream()
                .flatMap(PostgresqlPrograms::matching)
                .sorted(Comparator.comparingInt(PostgresqlPrograms::version).reversed())
                .map(version -> version.resolve("bin"));
    }

    private static Stream<Path> matching(String pattern) {
        Path parent = Objects.requireNonNull(Path.of(pattern).getParent());
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.filter(matcher::matches).toList().stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static int version(Path folder) {
        return NUMBER.matcher(String.valueOf(folder.getFileName()))
                .results()
                .map(number -> Integer.parseInt(number.group()))
                .findFirst()
                .orElse(0);
    }
}
