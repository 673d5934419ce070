package io.telamon.engine.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.engine.embedded.FeatureRun.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Runs every feature of {@code features.txt}: each works or is refused, and {@code docs/engines.md} says which. */
class FeatureTableTest extends EmbeddedTest {

    private static final String BEGIN = "<!-- features: written by FeatureTableTest -->\n";
    private static final String END = "<!-- features end -->";

    @Test
    void documentsWhatWorksAndAnswersNothingWrong() throws IOException {
        Map<String, List<String>> works = new LinkedHashMap<>();
        Map<String, List<String>> refused = new LinkedHashMap<>();
        List<String> wrong = new ArrayList<>();
        FeatureRun run = new FeatureRun(shell);
        run.fill();
        String area = "";
        for (Feature feature : features()) {
            if (!feature.area().equals(area)) {
                run.fill();
                area = feature.area();
            }
            works.putIfAbsent(feature.area(), new ArrayList<>());
            refused.putIfAbsent(feature.area(), new ArrayList<>());
            switch (run.run(feature)) {
                case Outcome.Works() -> list(works, feature);
                case Outcome.Refused(int _) -> list(refused, feature);
                case Outcome.Wrong(var answer) -> wrong.add(feature + " gave " + answer);
            }
        }

        assertThat(wrong).isEmpty();
        assertDocumented(table(works, refused));
    }

    private static void list(Map<String, List<String>> areas, Feature feature) {
        Objects.requireNonNull(areas.get(feature.area())).add("`" + feature.name() + "`");
    }

    private static String table(Map<String, List<String>> works, Map<String, List<String>> refused) {
        StringBuilder table = new StringBuilder("| | works | is refused |\n| --- | --- | --- |\n");
        works.forEach((area, names) -> table.append("| ")
                .append(area)
                .append(" | ")
                .append(String.join(", ", names))
                .append(" | ")
                .append(String.join(", ", Objects.requireNonNull(refused.get(area))))
                .append(" |\n"));
        return table.toString();
    }

    /** With {@code -Dtelamon.docs=write} the page is written anew. */
    private static void assertDocumented(String table) throws IOException {
        Path page = Path.of("..", "docs", "engines.md");
        String text = Files.readString(page);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        if ("write".equals(System.getProperty("telamon.docs"))) {
            Files.writeString(page, text.substring(0, begin) + "\n" + table + "\n" + text.substring(end));
            return;
        }
        assertThat(text.substring(begin, end).strip()).isEqualTo(table.strip());
    }

    private static List<Feature> features() throws IOException {
        try (InputStream in = FeatureTableTest.class.getResourceAsStream("features.txt")) {
            return Feature.parse(new String(Objects.requireNonNull(in).readAllBytes(), UTF_8)
                    .lines()
                    .toList());
        }
    }
}
