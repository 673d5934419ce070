package io.telamon.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Gets one of the clusters with HTTP Digest: as the Go library does, asking for a challenge before each request, or as curl
 * does, using a nonce until it is refused.
 */
final class DigestGet implements Operation {

    private final Target target;
    private final DigestLogin login;
    private final boolean reusesNonce;
    private final long clusters;
    private final SplittableRandom random = new SplittableRandom();
    private String name = "";
    private boolean isAuthorized;
    private boolean isRefused;

    DigestGet(Target target, ApiKey key, boolean reusesNonce, long clusters) {
        this.target = target;
        this.login = new DigestLogin(key.publicKey(), key.privateKey());
        this.reusesNonce = reusesNonce;
        this.clusters = clusters;
    }

    @Override
    public byte[] begin() {
        name = ClusterNames.of(random.nextLong(clusters));
        isAuthorized = reusesNonce && login.isChallenged();
        isRefused = false;
        return isAuthorized ? authorized() : ascii(target.get(name) + "\r\n");
    }

    /** A nonce that is used again may be refused once. */
    @Override
    public Optional<byte[]> next(Answer answer) throws IOException {
        if (isAuthorized && (answer.status() != 401 || isRefused)) {
            return Optional.empty();
        }
        isRefused = isAuthorized;
        isAuthorized = true;
        login.take(answer);
        return Optional.of(authorized());
    }

    private byte[] authorized() {
        String authorization = login.authorize("GET", target.path() + "/" + name);
        return ascii(target.get(name) + "Authorization: " + authorization + "\r\n\r\n");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
