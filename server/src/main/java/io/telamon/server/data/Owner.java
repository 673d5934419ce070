package io.telamon.server.data;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The person who owns the first organization, under names that clients of Atlas know.
 *
 * @param id 24 hexadecimal digits
 */
public record Owner(String email, String id) {

    /** The lines of the file, in its order. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("MONGODB_ATLAS_USERNAME", email);
        values.put("MONGODB_ATLAS_PROJECT_OWNER_ID", id);
        return values;
    }
}
