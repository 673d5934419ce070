package io.telamon.server.data;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The owners' credentials and the ids that go with them, under the names that Atlas's clients know. */
public record Credentials(
        String publicKey,
        String privateKey,
        String clientId,
        String clientSecret,
        String organizationId,
        String projectId) {

    private static final String PUBLIC_KEY = "MONGODB_ATLAS_PUBLIC_API_KEY";
    private static final String PRIVATE_KEY = "MONGODB_ATLAS_PRIVATE_API_KEY";
    private static final String CLIENT_ID = "MONGODB_ATLAS_CLIENT_ID";
    private static final String CLIENT_SECRET = "MONGODB_ATLAS_CLIENT_SECRET";
    private static final String ORG_ID = "MONGODB_ATLAS_ORG_ID";
    private static final String PROJECT_ID = "MONGODB_ATLAS_PROJECT_ID";

    /** From the lines of a file, when none is missing. */
    static Optional<Credentials> of(Map<String, String> values) {
        Credentials read = new Credentials(
                values.getOrDefault(PUBLIC_KEY, ""),
                values.getOrDefault(PRIVATE_KEY, ""),
                values.getOrDefault(CLIENT_ID, ""),
                values.getOrDefault(CLIENT_SECRET, ""),
                values.getOrDefault(ORG_ID, ""),
                values.getOrDefault(PROJECT_ID, ""));
        return read.values().containsValue("") ? Optional.empty() : Optional.of(read);
    }

    /** The lines of the file, in its order. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(PUBLIC_KEY, publicKey);
        values.put(PRIVATE_KEY, privateKey);
        values.put(CLIENT_ID, clientId);
        values.put(CLIENT_SECRET, clientSecret);
        values.put(ORG_ID, organizationId);
        values.put(PROJECT_ID, projectId);
        return values;
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "Credentials[" + publicKey + ", " + clientId + "]";
    }
}
