package io.telamon.control.cluster;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules for the tags of a cluster as a whole. */
public final class TagRules {

    /** A cluster has at most so many tags. */
    public static final int MOST = 50;

    private TagRules() {}

    /**
     * The tags of a new cluster.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#VALIDATION_ERROR} for too many, or a key given twice
     */
    public static List<Tag> forCreate(List<Tag> tags) {
        List<Violation> violations = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < tags.size(); i++) {
            if (!keys.add(tags.get(i).key())) {
                violations.add(new Violation("tags[" + i + "].key", "is the key of another tag"));
            }
        }
        return refuseOr(tags, violations);
    }

    /**
     * The tags that replace those of a cluster. A key given twice has the last of its values, as the Atlas CLI sends the
     * tags that there are before those that it sets.
     *
     * @return {@code null} when the change says nothing of tags
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#VALIDATION_ERROR} for too many
     */
    public static @Nullable List<Tag> forUpdate(@Nullable List<Tag> tags) {
        if (tags == null) {
            return null;
        }
        Map<String, Tag> byKey = new LinkedHashMap<>();
        tags.forEach(tag -> byKey.put(tag.key(), tag));
        return refuseOr(List.copyOf(byKey.values()), new ArrayList<>());
    }

    private static List<Tag> refuseOr(List<Tag> tags, List<Violation> violations) {
        if (tags.size() > MOST) {
            violations.add(new Violation("tags", "must be at most " + MOST));
        }
        if (!violations.isEmpty()) {
            throw ErrorCode.VALIDATION_ERROR.because(violations, "the tags cannot be set");
        }
        return tags;
    }
}
