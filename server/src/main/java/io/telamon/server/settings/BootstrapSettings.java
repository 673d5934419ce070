package io.telamon.server.settings;

import java.util.Optional;

/** What the first start on an empty database makes. Whatever is not given is random. Credentials that are given become
 * owners at any start that does not find them.
 *
 * @param ownerEmail the person who owns organizations that have no owner
 */
public record BootstrapSettings(
        String ownerEmail,
        String organizationName,
        Optional<String> organizationId,
        String projectName,
        Optional<String> projectId,
        Optional<ApiKey> apiKey,
        Optional<ServiceAccount> serviceAccount) {

    /** Whether any credentials are given. */
    public boolean namesOwner() {
        return apiKey.isPresent() || serviceAccount.isPresent();
    }

    /** Whether all credentials are given. */
    public boolean isComplete() {
        return apiKey.isPresent() && serviceAccount.isPresent();
    }

    /** Both halves of an API key. */
    public record ApiKey(String publicKey, String privateKey) {
        @Override
        public String toString() {
            return "ApiKey[" + publicKey + "]";
        }
    }

    /** The credentials of a service account. */
    public record ServiceAccount(String clientId, String secret) {
        @Override
        public String toString() {
            return "ServiceAccount[" + clientId + "]";
        }
    }
}
