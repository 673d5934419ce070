package io.telamon.control.announcement;

import io.telamon.control.store.Transaction;
import io.telamon.gateway.spi.Change;
import io.telamon.gateway.spi.Changes;
import io.telamon.gateway.spi.ClusterId;
import io.telamon.gateway.spi.ProjectId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the gateway of changes once they are committed, without keeping the committing thread. Telling it too often does no
 * harm, and what is told in the wrong order neither: the gateway asks what is so now.
 */
public final class Announcements {

    private static final Logger log = LoggerFactory.getLogger(Announcements.class);

    private final Changes changes;

    /** Announcements to that listener. */
    public Announcements(Changes changes) {
        this.changes = changes;
    }

    /** A cluster begins or ceases to exist, or its availability, kind or limits change. */
    public void clusterChanged(Transaction transaction, String clusterId) {
        announce(transaction, new Change.ClusterChanged(new ClusterId(clusterId)));
    }

    /** Database users or custom roles of a project change. */
    public void usersChanged(Transaction transaction, String projectId) {
        announce(transaction, new Change.UsersChanged(new ProjectId(projectId)));
    }

    /** The access list of a project changes. */
    public void accessListChanged(Transaction transaction, String projectId) {
        announce(transaction, new Change.AccessListChanged(new ProjectId(projectId)));
    }

    private void announce(Transaction transaction, Change change) {
        transaction.afterCommit(() -> Thread.ofVirtual().start(() -> tell(change)));
    }

    private void tell(Change change) {
        try {
            changes.changed(change);
        } catch (RuntimeException e) {
            log.error("the gateway could not take in {}", change, e);
        }
    }
}
