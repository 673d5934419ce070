package io.telamon.engine.embedded;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of {@code features.txt}.
 *
 * @param area the heading it stands under
 * @param kind how it is run
 * @param name what it is called in the documentation
 * @param run what is run
 * @param expected what MongoDB answers; without meaning where this engine refuses
 */
record Feature(String area, String kind, String name, String run, String expected) {

    static List<Feature> parse(List<String> lines) {
        List<Feature> features = new ArrayList<>();
        String area = "";
        for (String line : lines) {
            if (line.startsWith("== ")) {
                area = line.substring(3);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split(" \\|", -1);
                features.add(new Feature(area, parts[0].strip(), parts[1].strip(), parts[2].strip(), parts[3].strip()));
            }
        }
        return features;
    }
}
