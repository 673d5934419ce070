package io.telamon.control.cluster;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Page;
import io.telamon.control.api.PageRequest;
import io.telamon.control.api.Scopes;
import io.telamon.control.event.EventLog;
import io.telamon.control.notification.ChangeNotifier;
import io.telamon.control.rehearsal.Pace;
import io.telamon.control.store.ObjectIdGenerator;
import io.telamon.control.store.SharedCache;
import io.telamon.control.store.Store;
import io.telamon.control.store.Transaction;
import io.telamon.control.task.Due;
import io.telamon.control.task.Task;
import io.telamon.control.task.Tasks;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The rules of clusters. A change, its event and its next step are written together before the answer leaves. */
public final class Clusters {

    /** The kind of tasks that move clusters. */
    public static final String TASK = "cluster";

    private static final int KEPT_IN_MEMORY = 50_000;

    private final Store store;
    private final ClusterTable table;
    private final Tasks tasks;
    private final EventLog events;
    private final Scopes scopes;
    private final ProjectGuard projects;
    private final ObjectIdGenerator ids;
    private final Clock clock;
    private final Supplier<Pace> pace;
    private final Dependents dependents;
    private final ChangeNotifier notifier;
    private final DataPlane dataPlane;
    private final HostNames hostNames = new HostNames();
    private final SharedCache<ClusterKey, Cluster> byKey;

    Clusters(
            Store store,
            ClusterTable table,
            Tasks tasks,
            EventLog events,
            Scopes scopes,
            ProjectGuard projects,
            ObjectIdGenerator ids,
            Clock clock,
            Supplier<Pace> pace,
            Dependents dependents,
            ChangeNotifier notifier,
            DataPlane dataPlane) {
        this.store = store;
        this.table = table;
        this.tasks = tasks;
        this.events = events;
        this.scopes = scopes;
        this.projects = projects;
        this.ids = ids;
        this.clock = clock;
        this.pace = pace;
        this.dependents = dependents;
        this.notifier = notifier;
        this.dataPlane = dataPlane;
        this.byKey = store.cache(KEPT_IN_MEMORY);
    }

    /** The cluster, or nothing when its project has none of that name. */
    public Optional<Cluster> find(ClusterKey key) {
        return byKey.get(key, absent -> store.read(handle -> table.find(handle, absent)));
    }

    /**
     * The cluster.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#CLUSTER_NOT_FOUND}
     */
    public Cluster get(ClusterKey key) {
        return find(key).orElseThrow(() -> ErrorCode.CLUSTER_NOT_FOUND.about(key.name(), key.projectId()));
    }

    /** One page of clusters, oldest first. */
    public Page<Cluster> list(ClusterFilter filter, PageRequest page) {
        return store.read(handle -> new Page<>(table.list(handle, filter, page), table.count(handle, filter)));
    }

    /**
     * Creates a cluster.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#DUPLICATE_CLUSTER_NAME}
     */
    public Cluster create(Call<?> call, ClusterDraft draft) {
        String projectId = call.projectId();
        String organizationId =
                scopes.organizationOfProject(projectId).orElseThrow(() -> ErrorCode.GROUP_NOT_FOUND.about(projectId));
        requireNameFree(new ClusterKey(projectId, draft.name()));
        String id = ids.next();
        Cluster drafted = new Cluster(
                id,
                projectId,
                organizationId,
                draft.name(),
                draft.kind(),
                draft.inServerlessApi(),
                draft.provider(),
                draft.region(),
                new ClusterState.Creating(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                hostNames.of(draft.name(), dataPlane.place(id, draft.provider(), draft.region())),
                draft.terminationProtection(),
                draft.continuousBackup(),
                true,
                draft.tags());
        try {
            return insert(call, drafted);
        } catch (RuntimeException e) {
            discard(id, e);
            throw e;
        }
    }

    /** Refuses a name that is taken before anything is set up; of two at the same moment, the store refuses one later. */
    private void requireNameFree(ClusterKey key) {
        if (store.read(handle -> table.find(handle, key)).isPresent()) {
            throw ErrorCode.DUPLICATE_CLUSTER_NAME.about(key.name(), key.projectId());
        }
    }

    /** Discards what there is of a cluster that was not made: at once or, where its engine is down, when that answers. */
    private void discard(String id, RuntimeException reason) {
        try {
            dataPlane.discard(id);
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
            discardLater(id, reason);
        }
    }

    private void discardLater(String id, RuntimeException reason) {
        try {
            store.write(transaction -> {
                tasks.schedule(transaction, new Task(TASK, id), new Due.AtOnce());
                return id;
            });
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        }
    }

    private Cluster insert(Call<?> call, Cluster drafted) {
        Due due = pace.get().due(Pace.Step.CREATE, clock.instant());
        if (due instanceof Due.AtOnce) {
            dataPlane.provision(drafted);
        }
        return store.write(transaction -> {
            projects.requireOpen(transaction, drafted.projectId());
            if (!table.insert(transaction.handle(), drafted)) {
                throw ErrorCode.DUPLICATE_CLUSTER_NAME.about(drafted.name(), drafted.projectId());
            }
            events.append(transaction, ClusterEvents.created(drafted, call));
            notifier.portsChanged(transaction, drafted.id());
            return begin(transaction, drafted, due);
        });
    }

    /**
     * Changes a cluster.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#CLUSTER_NOT_FOUND},
     *     {@link ErrorCode#CLUSTER_ALREADY_REQUESTED_DELETION}
     */
    public Cluster change(Call<?> call, ClusterKey key, ClusterChange change) {
        return store.write(transaction -> {
            Cluster before = requireStaying(transaction, key);
            Cluster after = before.with(change);
            replace(transaction, before, after);
            events.append(transaction, ClusterEvents.changed(after, call));
            return after.state() instanceof ClusterState.Updating ? begin(transaction, after, Pace.Step.UPDATE) : after;
        });
    }

    /** Notes what the serverless API says about indexes; it takes effect at once. */
    public boolean setAutoIndexing(ClusterKey key, boolean enabled) {
        return store.write(transaction -> {
            Cluster before = requireStaying(transaction, key);
            replace(transaction, before, before.autoIndexing(enabled));
            return enabled;
        });
    }

    /**
     * Asks for a cluster's deletion.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#ATLAS_GENERAL_ERROR} while it is protected
     */
    public void delete(Call<?> call, ClusterKey key) {
        store.write(transaction -> {
            Cluster before = requireStaying(transaction, key);
            if (before.terminationProtection()) {
                throw ErrorCode.ATLAS_GENERAL_ERROR.about("Cluster " + key.name()
                        + " cannot be deleted while termination protection is enabled. Disable it first.");
            }
            Cluster after = before.in(before.state().deleting());
            replace(transaction, before, after);
            events.append(transaction, ClusterEvents.deletionAskedFor(after, call));
            return begin(transaction, after, Pace.Step.DELETE);
        });
    }

    /** Turns every serverless instance of one project, or of all, into a flex cluster. */
    public int migrateToFlex(Optional<String> projectId) {
        return store.write(transaction -> {
            List<Cluster> instances = table.lockGenuineInstances(transaction).stream()
                    .filter(instance -> projectId.isEmpty() || projectId.get().equals(instance.projectId()))
                    .filter(instance -> !(instance.state() instanceof ClusterState.Deleting))
                    .toList();
            instances.forEach(instance -> {
                dependents.discard(transaction, instance);
                replace(transaction, instance, instance.migratedToFlex());
                events.append(transaction, ClusterEvents.migrated(instance));
            });
            return instances.size();
        });
    }

    /** The cluster, which nobody else changes until the transaction ends, and which is not being deleted. */
    public Cluster lock(Transaction transaction, ClusterKey key) {
        return requireStaying(transaction, key);
    }

    /** The cluster of an id, as the transaction sees it. */
    public Optional<Cluster> byId(Transaction transaction, String id) {
        return table.findById(transaction.handle(), id);
    }

    /** The cluster of an id, as it is in the store. */
    Optional<Cluster> stored(String id) {
        return store.read(handle -> table.findById(handle, id));
    }

    /** Notes that a cluster's engine does not answer. It is looked at again and again until it does. */
    public void fail(String id) {
        store.write(transaction -> table.lockById(transaction, id)
                .filter(cluster -> cluster.state() instanceof ClusterState.Idle)
                .map(cluster -> repair(transaction, cluster, new ClusterState.Idle().failing())));
    }

    private Cluster repair(Transaction transaction, Cluster before, ClusterState.Repairing repairing) {
        Cluster after = before.in(repairing);
        replace(transaction, before, after);
        events.append(transaction, ClusterEvents.failing(after));
        tasks.schedule(transaction, new Task(TASK, after.id()), new Due.AtOnce());
        return after;
    }

    /** Ends the step that the cluster is in, if it is still as it was. */
    void endStep(Cluster seen) {
        store.write(transaction -> table.lockById(transaction, seen.id())
                .filter(cluster -> cluster.state().equals(seen.state()))
                .map(cluster -> finish(transaction, cluster)));
    }

    /** Ends the task of a cluster that has nothing left to do. */
    void endTask(String id) {
        store.write(transaction -> {
            tasks.end(transaction, new Task(TASK, id));
            return id;
        });
    }

    private Cluster requireStaying(Transaction transaction, ClusterKey key) {
        Cluster cluster = table.lock(transaction, key)
                .orElseThrow(() -> ErrorCode.CLUSTER_NOT_FOUND.about(key.name(), key.projectId()));
        if (cluster.state() instanceof ClusterState.Deleting) {
            throw ErrorCode.CLUSTER_ALREADY_REQUESTED_DELETION.about(key.name());
        }
        return cluster;
    }

    private void replace(Transaction transaction, Cluster before, Cluster after) {
        table.update(transaction.handle(), after);
        byKey.dropAfter(transaction, new ClusterKey(before.projectId(), before.name()));
        notifier.clusterChanged(transaction, before.id());
    }

    private Cluster begin(Transaction transaction, Cluster cluster, Pace.Step step) {
        return begin(transaction, cluster, pace.get().due(step, clock.instant()));
    }

    private Cluster begin(Transaction transaction, Cluster cluster, Due due) {
        if (due instanceof Due.AtOnce) {
            return finish(transaction, cluster);
        }
        tasks.schedule(transaction, new Task(TASK, cluster.id()), due);
        return cluster;
    }

    private Cluster finish(Transaction transaction, Cluster cluster) {
        tasks.end(transaction, new Task(TASK, cluster.id()));
        return switch (cluster.state()) {
            case ClusterState.Creating creating -> complete(transaction, cluster, creating.created());
            case ClusterState.Updating updating -> complete(transaction, cluster, updating.updated());
            case ClusterState.Deleting deleting -> remove(transaction, cluster);
            case ClusterState.Idle idle -> cluster;
            case ClusterState.Repairing repairing -> complete(transaction, cluster, repairing.repaired());
        };
    }

    private Cluster complete(Transaction transaction, Cluster before, ClusterState.Idle idle) {
        Cluster after = before.in(idle);
        replace(transaction, before, after);
        events.append(transaction, ClusterEvents.completed(before));
        return after;
    }

    private Cluster remove(Transaction transaction, Cluster cluster) {
        dependents.discard(transaction, cluster);
        table.delete(transaction.handle(), cluster.id());
        byKey.dropAfter(transaction, new ClusterKey(cluster.projectId(), cluster.name()));
        notifier.clusterChanged(transaction, cluster.id());
        events.append(transaction, ClusterEvents.deleted(cluster));
        tasks.schedule(transaction, new Task(TASK, cluster.id()), new Due.AtOnce());
        return cluster;
    }
}
