package io.telamon.control;

/**
 * The credentials of an owner that the first start of an installation adds: an API key and a service account.
 *
 * @param clientId {@code mdb_sa_id_} and 24 hexadecimal digits
 */
public record BootstrapCredentials(String publicKey, String privateKey, String clientId, String clientSecret) {

    /** Without the secrets. */
    @Override
    public String toString() {
        return "BootstrapCredentials[" + publicKey + ", " + clientId + "]";
    }
}
