package io.telamon.gateway.session;

import io.telamon.gateway.scram.Challenge;

/** How far a client is in authenticating. */
sealed interface Login {

    /** The client was challenged. */
    record Challenged(Challenge challenge, boolean skipEmptyExchange) implements Login {}

    /** The client has proven itself and still wants to say nothing once more. */
    record Proven() implements Login {}
}
