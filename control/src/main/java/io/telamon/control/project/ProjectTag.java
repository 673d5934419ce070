package io.telamon.control.project;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A tag of a project.
 *
 * @param key 1 to 255 characters, once in a project
 * @param value 1 to 255 characters
 */
@Valid
public record ProjectTag(
        @NotNull
        @Pattern(regexp = ProjectTag.TEXT, message = ProjectTag.WRONG_TEXT)
        @Size(max = 255, message = ProjectTag.TOO_LONG)
        String key,

        @NotNull
        @Pattern(regexp = ProjectTag.TEXT, message = ProjectTag.WRONG_TEXT)
        @Size(max = 255, message = ProjectTag.TOO_LONG)
        String value) {

    /** The most tags that a project can have. */
    static final int MOST = 50;

    static final String TEXT = "[\\p{L}\\p{N} ;@_\\-.+]+";

    /** What clients look for in the detail of the error. */
    static final String WRONG_TEXT =
            "is empty or contains invalid characters. Allowable characters include letters, digits, spaces and ;@_-.+";

    static final String TOO_LONG = "exceeded the maximum allowed length of 255 characters";

    /** The tags with each key once; of several values the last one holds. */
    static List<ProjectTag> distinct(List<ProjectTag> tags) {
        Map<String, ProjectTag> byKey = new LinkedHashMap<>();
        tags.forEach(tag -> byKey.put(tag.key(), tag));
        return List.copyOf(byKey.values());
    }
}
