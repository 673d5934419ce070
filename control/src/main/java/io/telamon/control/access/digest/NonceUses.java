package io.telamon.control.access.digest;

/** Remembers which counts of which nonces were used, so that no request can be replayed. */
interface NonceUses {

    /**
     * Uses a count of a nonce. Counts may come in any order, as parallel requests of one client do.
     *
     * @return whether it was not used before
     */
    boolean use(String nonce, Nonces.Verdict.Fresh verdict, long count);
}
