package io.telamon.engine.remote;

import io.telamon.gateway.spi.engine.Bytes;
import io.telamon.gateway.spi.engine.Message;
import java.util.List;

/** Under which names a deployment keeps the databases of one cluster. */
sealed interface Names permits IdentityNames, PrefixedNames {

    /**
     * The message as it is sent on.
     *
     * @throws RefusedException if it cannot be
     */
    Request request(Message message) throws RefusedException;

    /**
     * The databases that are the cluster's, by the names that its clients know.
     *
     * @param all those of the deployment
     */
    List<String> own(List<String> all);

    /** The deployment's name of a database. */
    String outer(String database);

    /** A message on its way, and what becomes of the replies to it. */
    interface Request extends DeploymentConnection.Outgoing {

        /** A reply as the client is shown it; its bytes may be changed where they lie. */
        Bytes reply(Bytes frame);
    }

    /** The names that clients use. */
    static Names own() {
        return new IdentityNames();
    }

    /** The names that clients use, behind a prefix. */
    static Names behind(String prefix, DeploymentCursors cursors) {
        return new PrefixedNames(Prefix.of(prefix), cursors);
    }

    /** Databases of the deployment itself. */
    static boolean isReserved(String database) {
        return database.equals("admin") || database.equals("config") || database.equals("local");
    }
}
