package io.telamon.control;

/**
 * Credentials of an organization owner: an API key and a service account.
 *
 * @param clientId {@code mdb_sa_id_} and 24 hexadecimal digits
 */
public record BootstrapCredentials(String publicKey, String privateKey, String clientId, String clientSecret) {

    /** Without the secrets. */
    @Override
    public String toString() {
        return "FirstOwner[" + publicKey + ", " + clientId + "]";
    }
}
