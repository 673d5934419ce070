package io.telamon.control.access.digest;

import io.telamon.control.api.Challenger;

/**
 * Makes Digest challenges (RFC 7616, section 3.3) in the recorded form. Clients split them at a comma and a space, and give
 * up on parameters other than these.
 */
final class DigestChallenger implements Challenger {

    private final Nonces nonces;
    private final String rest;

    DigestChallenger(Nonces nonces, DigestAlgorithm algorithm) {
        this.nonces = nonces;
        this.rest = "\", algorithm=" + algorithm.token() + ", qop=\"auth\", stale=";
    }

    @Override
    public String challenge(boolean stale) {
        return "Digest realm=\"" + DigestScheme.REALM + "\", domain=\"\", nonce=\"" + nonces.next() + rest + stale;
    }
}
