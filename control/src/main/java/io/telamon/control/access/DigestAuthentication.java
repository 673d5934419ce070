package io.telamon.control.access;

import io.telamon.control.api.HttpRequest;
import io.telamon.control.api.UnauthenticatedException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Checks Digest credentials (RFC 7616, section 3.4). */
final class DigestAuthentication {

    private final PrincipalCache directory;
    private final Nonces nonces;
    private final NonceUses uses;
    private final DigestAlgorithm algorithm;

    DigestAuthentication(PrincipalCache directory, Nonces nonces, NonceUses uses, DigestAlgorithm algorithm) {
        this.directory = directory;
        this.nonces = nonces;
        this.uses = uses;
        this.algorithm = algorithm;
    }

    /**
     * The caller.
     *
     * @throws UnauthenticatedException when the credentials are wrong, or right but for the nonce's age
     */
    AuthenticatedCaller authenticate(String parameters, HttpRequest request) {
        DigestCredentials given = DigestCredentials.parse(parameters).orElseThrow(UnauthenticatedException::unknown);
        AuthenticatedCaller identity = identified(given, request.method());
        if (!isForThisRequest(given, request)) {
            throw UnauthenticatedException.unknown();
        }
        switch (nonces.judge(given.nonce())) {
            case Nonces.Verdict.Stale stale -> throw UnauthenticatedException.staleNonce();
            case Nonces.Verdict.Fresh fresh -> requireFirstUse(given, fresh);
        }
        return identity;
    }

    private AuthenticatedCaller identified(DigestCredentials given, String method) {
        byte[] response = given.response().getBytes(StandardCharsets.UTF_8);
        return directory
                .apiKey(
                        given.userName(),
                        hashes -> MessageDigest.isEqual(hashes.response(algorithm, method, given), response))
                .orElseThrow(UnauthenticatedException::unknown);
    }

    private boolean isForThisRequest(DigestCredentials given, HttpRequest request) {
        return given.realm().equals(DigestChallenger.REALM)
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
