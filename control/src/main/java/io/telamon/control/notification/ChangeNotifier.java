package io.telamon.control.notification;

import io.telamon.control.store.Store;
import io.telamon.control.store.StoreException;
import io.telamon.control.store.Transaction;
import io.telamon.gateway.api.Change;
import io.telamon.gateway.api.Changes;
import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.model.ProjectId;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the gateway of changes once they are committed, without keeping the committing thread, and the gateways of other nodes
 * that share the database. Telling it too often does no harm, and what is told in the wrong order neither: the gateway asks
 * what is so now.
 */
public final class ChangeNotifier {

    private static final Logger log = LoggerFactory.getLogger(ChangeNotifier.class);
    private static final String CLUSTER = "cluster ";
    private static final String USERS = "users ";
    private static final String ACCESS_LIST = "access-list ";

    private final Store store;
    private final Changes changes;

    /** Notifies that listener and the nodes that share the store. */
    public ChangeNotifier(Store store, Changes changes) {
        this.store = store;
        this.changes = changes;
    }

    /** A cluster ceases to exist, or its availability, kind or limits change. */
    public void clusterChanged(Transaction transaction, ClusterId clusterId) {
        publish(transaction, new Change.ClusterChanged(clusterId));
        store.notifyOthers(transaction, CLUSTER + clusterId);
    }

    /** Something of all clusters of a project changes, as {@link #clusterChanged} tells of one. */
    public void clustersChanged(Transaction transaction, ProjectId projectId) {
        transaction
                .handle()
                .select("SELECT id FROM cluster WHERE project_id = ?", projectId.value())
                .mapTo(ClusterId.class)
                .forEach(id -> clusterChanged(transaction, id));
    }

    /** A cluster begins to exist, or a private endpoint of it opens or closes, which the gateway of this node need not hear of. */
    public void portsChanged(Transaction transaction, ClusterId clusterId) {
        store.notifyOthers(transaction, CLUSTER + clusterId);
    }

    /** Database users or custom roles of a project change. */
    public void usersChanged(Transaction transaction, ProjectId projectId) {
        publish(transaction, new Change.UsersChanged(projectId));
        store.notifyOthers(transaction, USERS + projectId);
    }

    /** The access list of a project changes. */
    public void accessListChanged(Transaction transaction, ProjectId projectId) {
        publish(transaction, new Change.AccessListChanged(projectId));
        store.notifyOthers(transaction, ACCESS_LIST + projectId);
    }

    /**
     * Passes on what other nodes announce, until it is closed.
     *
     * @param clusters is told first of the id of each cluster that another node changed
     */
    public Store.Subscription subscribe(Consumer<ClusterId> clusters) {
        return store.subscribe(notice -> received(notice, clusters), () -> everything(clusters));
    }

    private void received(String notice, Consumer<ClusterId> clusters) {
        String id = notice.substring(notice.indexOf(' ') + 1);
        if (notice.startsWith(CLUSTER)) {
            tellCluster(new ClusterId(id), clusters);
        } else if (notice.startsWith(USERS)) {
            tell(new Change.UsersChanged(new ProjectId(id)));
        } else if (notice.startsWith(ACCESS_LIST)) {
            tell(new Change.AccessListChanged(new ProjectId(id)));
        }
    }

    private void everything(Consumer<ClusterId> clusters) {
        ids("SELECT id FROM cluster").forEach(id -> tellCluster(new ClusterId(id), clusters));
        for (String project : ids("SELECT DISTINCT project_id FROM cluster")) {
            tell(new Change.UsersChanged(new ProjectId(project)));
            tell(new Change.AccessListChanged(new ProjectId(project)));
        }
    }

    private List<String> ids(String query) {
        return store.read(handle -> handle.select(query).mapTo(String.class).list());
    }

    private void tellCluster(ClusterId id, Consumer<ClusterId> clusters) {
        try {
            clusters.accept(id);
        } catch (StoreException e) {
            log.error("what another node did to cluster {} could not be followed: {}", id, e.getMessage());
        } catch (RuntimeException e) {
            log.error("what another node did to cluster {} could not be followed", id, e);
        }
        tell(new Change.ClusterChanged(id));
    }

    private void publish(Transaction transaction, Change change) {
        transaction.afterCommit(() -> Thread.ofVirtual().start(() -> tell(change)));
    }

    private void tell(Change change) {
        try {
            changes.changed(change);
        } catch (StoreException e) {
            log.error("the gateway could not take in {}: {}", change, e.getMessage());
        } catch (RuntimeException e) {
            log.error("the gateway could not take in {}", change, e);
        }
    }
}
