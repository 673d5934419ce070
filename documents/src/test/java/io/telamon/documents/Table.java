package io.telamon.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of a test: headings with rows of an input and what it gives, separated by an arrow.
 *
 * @param heading the line in front of the rows
 * @param input the left side of a row
 * @param result the right side of a row
 */
public record Table(String heading, String input, String result) {
    private static final String ARROW = " => ";

    /** The rows of a resource beside a class. */
    public static List<Table> read(Class<?> test, String name) {
        List<Table> rows = new ArrayList<>();
        String heading = "";
        for (String line : text(test, name).lines().toList()) {
            int arrow = line.indexOf(ARROW);
            if (arrow < 0) {
                heading = line;
            } else {
                rows.add(new Table(heading, line.substring(0, arrow).strip(), line.substring(arrow + ARROW.length())));
            }
        }
        return rows;
    }

    private static String text(Class<?> test, String name) {
        try (InputStream resource = test.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalArgumentException(name);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
