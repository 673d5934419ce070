package io.telamon.control.store;

import org.slf4j.Logger;

/**
 * Logs failures of work that nobody waits for. Those of the database are only debug messages here: the store itself logs
 * each kind once, and a database that is away fails every part of the server at the same time.
 */
public final class BackgroundFailures {

    private BackgroundFailures() {}

    /**
     * Logs a failure.
     *
     * @param log of the class whose work failed
     * @param work what could not be done, for people to read
     */
    public static void log(Logger log, String work, Throwable failure) {
        if (failure instanceof StoreException logged) {
            log.debug("{}: {}", work, logged.getMessage());
        } else {
            log.warn(work, failure);
        }
    }
}
