package io.telamon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of packages in {@code docs/architecture.md} is made of the packages' own descriptions. */
class PackageListTest {

    /** When it is true, the list is written instead of compared. */
    private static final String WRITE = "telamon.docs.write";

    private static final Path PROJECT = Path.of("..");
    private static final Path PAGE = PROJECT.resolve("docs/architecture.md");
    private static final List<String> MODULES = List.of("gateway", "documents", "engine", "control", "server");
    private static final String HEADING = "## Packages\n\n";
    private static final Pattern DESCRIPTION = Pattern.compile("/\\*\\*(.*?)\\*/.*?package ([\\w.]+);", Pattern.DOTALL);

    @Test
    void listsEveryPackageInTheWordsOfItsDescription() throws IOException {
        String page = Files.readString(PAGE);
        String before = page.substring(0, page.indexOf(HEADING) + HEADING.length());
        String expected = before + list();

        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(PAGE, expected);
        }
        assertThat(page)
                .as("docs/architecture.md ends with the list of packages; run with -D%s=true to write it", WRITE)
                .isEqualTo(expected);
    }

    @Test
    void everyPackageHasADescription() throws IOException {
        for (String module : MODULES) {
            Path sources = PROJECT.resolve(module).resolve("src/main/java");
            try (Stream<Path> files = Files.walk(sources)) {
                assertThat(files.filter(file -> file.toString().endsWith(".java"))
                                .map(Path::getParent)
                                .distinct())
                        .allSatisfy(folder ->
                                assertThat(folder.resolve("package-info.java")).exists());
            }
        }
    }

    private static String list() throws IOException {
        StringBuilder list = new StringBuilder("| package | holds |\n| --- | --- |\n");
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(PROJECT.resolve(module).resolve("src/main/java"))) {
                list.append(files.filter(file -> file.endsWith("package-info.java"))
                        .map(PackageListTest::row)
                        .sorted()
                        .collect(Collectors.joining()));
            }
        }
        return list.toString();
    }

    private static String row(Path file) {
        try {
            Matcher description = DESCRIPTION.matcher(Files.readString(file));
            if (!description.find()) {
                throw new IllegalStateException(file + " describes no package");
            }
            return "| `%s` | %s |%n"
                    .formatted(description.group(2).replace("io.telamon.", ""), firstSentence(description.group(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text up to its first full stop, on one line, with links as code. */
    private static String firstSentence(String comment) {
        String text = comment.replaceAll("\\n \\*", "\n")
                .replaceAll("\\s+", " ")
                .replaceAll("\\{@(?:link|code) (?:[\\w.]+\\.)?(\\w+)}", "`$1`")
                .strip();
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }
}
