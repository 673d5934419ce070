package io.telamon.control.access.digest;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds the users of HTTP Digest, at the same cost whether there is a user of the name or not.
 *
 * @param <C> what is known of a user
 */
@FunctionalInterface
public interface DigestUsers<C> {

    /**
     * The user of a name, if the caller proved to know its password.
     *
     * @param proves whether these hashes of a password give the response that the caller sent; it is also asked about
     *     hashes that no user has
     */
    Optional<C> find(String userName, Predicate<DigestHashes> proves);
}
