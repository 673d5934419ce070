package io.telamon.bench;

import java.util.concurrent.atomic.AtomicLong;

/** The operations that a phase can be made of. */
enum Verb {
    /** Get a cluster with a token. */
    GET,
    /** Get a cluster with Digest, asking for a challenge before each. */
    DIGEST,
    /** Get a cluster with Digest, using a nonce again. */
    REUSE,
    /** Create a cluster. */
    POST;

    /** The operation of one connection to a server that has so many clusters. */
    Operation operation(Target target, AtomicLong clusters) {
        return switch (this) {
            case GET -> new Get(target, clusters.get());
            case DIGEST -> new DigestGet(target, apiKey(target), false, clusters.get());
            case REUSE -> new DigestGet(target, apiKey(target), true, clusters.get());
            case POST -> new Post(target, clusters);
        };
    }

    private static ApiKey apiKey(Target target) {
        return target.apiKey().orElseThrow(() -> new IllegalArgumentException("Digest needs an API key"));
    }
}
