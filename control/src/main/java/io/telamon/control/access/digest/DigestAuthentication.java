package io.telamon.control.access.digest;

import io.telamon.control.api.HttpRequest;
import io.telamon.control.api.UnauthenticatedException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Checks Digest credentials (RFC 7616, section 3.4).
 *
 * @param <C> what is known of a caller
 */
public final class DigestAuthentication<C> {

    private final DigestUsers<C> users;
    private final Nonces nonces;
    private final NonceUses uses;
    private final DigestAlgorithm algorithm;

    DigestAuthentication(DigestUsers<C> users, Nonces nonces, NonceUses uses, DigestAlgorithm algorithm) {
        this.users = users;
        this.nonces = nonces;
        this.uses = uses;
        this.algorithm = algorithm;
    }

    /**
     * The caller that the credentials of a request prove.
     *
     * @param parameters what follows the scheme in the {@code Authorization} header
     * @throws UnauthenticatedException when the credentials are wrong, or right but for the nonce's age
     */
    public C authenticate(String parameters, HttpRequest request) {
        DigestCredentials given = DigestCredentials.parse(parameters).orElseThrow(UnauthenticatedException::unknown);
        C caller = identified(given, request.method());
        if (!isForThisRequest(given, request)) {
            throw UnauthenticatedException.unknown();
        }
        switch (nonces.judge(given.nonce())) {
            case Nonces.Verdict.Stale stale -> throw UnauthenticatedException.staleNonce();
            case Nonces.Verdict.Fresh fresh -> requireFirstUse(given, fresh);
        }
        return caller;
    }

    private C identified(DigestCredentials given, String method) {
        byte[] response = given.response().getBytes(StandardCharsets.UTF_8);
        return users.find(
                        given.userName(),
                        hashes -> MessageDigest.isEqual(hashes.response(algorithm, method, given), response))
                .orElseThrow(UnauthenticatedException::unknown);
    }

    private boolean isForThisRequest(DigestCredentials given, HttpRequest request) {
        return given.realm().equals(DigestScheme.REALM)
                && given.algorithm().equalsIgnoreCase(algorithm.token())
                && given.qop().equals("auth")
                && isTarget(given.uri(), request);
    }

    /** Whether the URI is the request's target as it was sent, path and query. */
    private static boolean isTarget(String uri, HttpRequest request) {
        String path = request.rawPath();
        String query = request.rawQuery();
        if (!uri.startsWith(path)) {
            return false;
        }
        int rest = path.length();
        return uri.length() == rest
                ? query.isEmpty()
                : uri.charAt(rest) == '?' && uri.length() == rest + 1 + query.length() && uri.endsWith(query);
    }

    private void requireFirstUse(DigestCredentials given, Nonces.Verdict.Fresh fresh) {
        if (!uses.use(given.nonce(), fresh, given.count())) {
            throw UnauthenticatedException.unknown();
        }
    }
}
