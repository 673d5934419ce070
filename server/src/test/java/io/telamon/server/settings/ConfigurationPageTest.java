package io.telamon.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keeps the table of {@code docs/configuration.md} equal to the declared one. */
class ConfigurationPageTest {

    private static final Path PAGE = Path.of("../docs/configuration.md");

    @Test
    void showsEverySettingAsDeclared() throws IOException {
        List<String> shown = Files.readAllLines(PAGE).stream()
                .dropWhile(line -> !line.equals("## The settings"))
                .filter(line -> !line.isEmpty())
                .skip(3)
                .takeWhile(line -> line.startsWith("| `"))
                .toList();
        assertThat(shown)
                .containsExactlyElementsOf(SettingTable.ALL.stream()
                        .map(ConfigurationPageTest::row)
                        .toList());
    }

    private static String row(Setting<?> setting) {
        return "| `%s` | %s | `%s` | %s | %s | %s |"
                .formatted(
                        setting.name(),
                        setting.onCommandLine() ? "`" + setting.option() + "`" : "",
                        setting.variable(),
                        setting.kind().expectation().replace("|", "\\|"),
                        setting.unset(),
                        setting.description());
    }
}
