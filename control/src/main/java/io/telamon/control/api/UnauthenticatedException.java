package io.telamon.control.api;

/**
 * The refusal of a request whose caller is not known, or must not learn more: 401 with a Digest challenge
 * (RFC 7616, section 3.3) and one body for every reason.
 */
public final class UnauthenticatedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean stale;

    private UnauthenticatedException(boolean stale) {
        super(stale ? "stale nonce" : "unauthenticated", null, false, false);
        this.stale = stale;
    }

    /** No credentials, wrong ones, or a project that must stay invisible. */
    public static UnauthenticatedException unknown() {
        return new UnauthenticatedException(false);
    }

    /** Right credentials over a nonce that has expired; the client may repeat with the new one. */
    public static UnauthenticatedException staleNonce() {
        return new UnauthenticatedException(true);
    }

    /** Whether only the nonce was too old. */
    public boolean isStale() {
        return stale;
    }
}
