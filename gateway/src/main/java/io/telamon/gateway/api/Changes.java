package io.telamon.gateway.api;

/** Where the control plane tells of changes. Implemented by the gateway. */
@FunctionalInterface
public interface Changes {

    /**
     * Makes a change felt by live connections. Call it after the change is committed: the gateway asks the directory, the users and
     * the access list again. Returns when the connections concerned have been closed or refreshed; calling it too often does no harm.
     */
    void changed(Change change);
}
