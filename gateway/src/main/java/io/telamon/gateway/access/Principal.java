package io.telamon.gateway.access;

import io.telamon.gateway.spi.directory.DatabaseUser;

/**
 * Who a connection acts for.
 *
 * @param user the database user that has proven itself
 * @param privileges what it may do
 */
public record Principal(DatabaseUser user, Privileges privileges) {

    /** The user's name with its database, unique in the project. */
    public String identity() {
        return user.database() + "." + user.name();
    }
}
