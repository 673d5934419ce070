package io.telamon.bench;

import java.io.IOException;
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

    DigestGet(Target target, ApiKey key, boolean reusesNonce, long clusters) {
        this.target = target;
        this.login = new DigestLogin(key.publicKey(), key.privateKey());
        this.reusesNonce = reusesNonce;
        this.clusters = clusters;
    }

    @Override
    public Answer perform(Connection connection) throws IOException {
        String name = ClusterNames.of(random.nextLong(clusters));
        String request = target.get(name);
        if (reusesNonce && login.isChallenged()) {
            Answer answer = authorized(connection, request, name);
            if (answer.status() != 401) {
                return answer;
            }
            login.take(answer);
        } else {
            login.take(connection.exchange(request + "\r\n"));
        }
        return authorized(connection, request, name);
    }

    private Answer authorized(Connection connection, String request, String name) throws IOException {
        String authorization = login.authorize("GET", target.path() + "/" + name);
        return connection.exchange(request + "Authorization: " + authorization + "\r\n\r\n");
    }
}
