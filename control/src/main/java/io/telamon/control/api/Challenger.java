package io.telamon.control.api;

/** Makes the {@code WWW-Authenticate} value of a 401 answer. */
public interface Challenger {

    /**
     * A fresh challenge.
     *
     * @param stale whether the refused request was right but for the age of its nonce
     */
    String challenge(boolean stale);
}
