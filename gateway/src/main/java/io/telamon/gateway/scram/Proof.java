package io.telamon.gateway.scram;

import io.telamon.gateway.spi.directory.DatabaseUser;

/**
 * An exchange in which the client has proven who it is.
 *
 * @param user who it is
 * @param message the server's final message, by which it proves itself
 */
public record Proof(DatabaseUser user, String message) {}
