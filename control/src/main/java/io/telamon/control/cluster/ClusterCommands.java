package io.telamon.control.cluster;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.rehearsal.Pace;
import io.telamon.control.task.Due;
import io.telamon.control.work.ProjectUnitOfWork;
import io.telamon.control.work.UnitsOfWork;
import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.model.ProjectId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What clients may do with clusters. A change, its event and its next step are written together. */
public final class ClusterCommands {

    private final UnitsOfWork units;
    private final ClusterQueries queries;
    private final ClusterLifecycle lifecycle;
    private final ClusterProvisioner provisioner;
    private final ClusterAdmission admission;
    private final HostNames hostNames = new HostNames();

    ClusterCommands(
            UnitsOfWork units,
            ClusterQueries queries,
            ClusterLifecycle lifecycle,
            ClusterProvisioner provisioner,
            ClusterAdmission admission) {
        this.units = units;
        this.queries = queries;
        this.lifecycle = lifecycle;
        this.provisioner = provisioner;
        this.admission = admission;
    }

    /**
     * Creates a cluster.
     *
     * @throws io.telamon.control.api.ApiException those of {@link ClusterNames#require} and {@link ClusterAdmission},
     *     {@link ErrorCode#OUT_OF_CAPACITY}
     */
    public Cluster create(Call<?> call, ClusterDraft draft) {
        ClusterNames.require(draft.name());
        OrganizationId organizationId = units.organizationOf(call);
        ClusterKey key = new ClusterKey(call.projectId(), draft.name());
        units.read(handle -> {
            admission.requireFree(handle, key);
            admission.requireOnlyFreeCluster(handle, key.projectId(), draft.kind());
            return key;
        });
        ClusterId id = new ClusterId(units.newId());
        Instant now = units.now().truncatedTo(ChronoUnit.SECONDS);
        MemberPorts ports = provisioner.place(id, draft.provider(), draft.region());
        Cluster cluster = new Cluster(
                new ClusterIdentity(id, call.projectId(), organizationId, draft.name(), now),
                draft.kind(),
                draft.inServerlessApi(),
                new Placement(draft.provider(), draft.region(), hostNames.of(key, draft.kind(), ports)),
                draft.spec(),
                new ClusterState.Creating());
        try {
            return insert(call, cluster);
        } catch (RuntimeException e) {
            discard(id, e);
            throw e;
        }
    }

    private Cluster insert(Call<?> call, Cluster cluster) {
        Due due = lifecycle.due(ClusterSteps.creation(cluster));
        if (due instanceof Due.AtOnce) {
            provisioner.provision(cluster);
        }
        return units.inProject(call, unit -> {
            ClusterKey key = new ClusterKey(cluster.projectId(), cluster.name());
            // once more without the lock, so that of many attempts at one name few wait for it
            admission.requireFree(unit.handle(), key);
            admission.requirePlace(unit);
            admission.requireFree(unit.handle(), key);
            admission.requireOnlyFreeCluster(unit.handle(), cluster.projectId(), cluster.kind());
            boolean inserted = ClusterTable.insert(unit.handle(), cluster);
            ErrorCode.DUPLICATE_CLUSTER_NAME.refuseIf(
                    !inserted, ClusterAdmission.KINDS, cluster.name(), cluster.projectId());
            unit.append(ClusterEvents.created(cluster, call));
            unit.notifyPortsChanged(cluster.id());
            lifecycle.place(unit, cluster);
            return lifecycle.begin(unit, cluster, due);
        });
    }

    /** Discards what there is of a cluster that was not made: at once or, where its engine is down, when that answers. */
    private void discard(ClusterId id, RuntimeException reason) {
        try {
            provisioner.discard(id);
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
            discardLater(id, reason);
        }
    }

    private void discardLater(ClusterId id, RuntimeException reason) {
        try {
            lifecycle.scheduleTask(id);
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        }
    }

    /**
     * Changes a cluster.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#CLUSTER_NOT_FOUND},
     *     {@link ErrorCode#CLUSTER_ALREADY_REQUESTED_DELETION}
     */
    public Cluster change(Call<?> call, ClusterKey key, ClusterChange change) {
        return units.inProject(call, unit -> {
            Cluster after = queries.lock(unit, key).changed(change);
            lifecycle.replace(unit, after);
            unit.append(ClusterEvents.changed(after, call));
            return after.state() instanceof ClusterState.Updating
                    ? lifecycle.begin(unit, after, lifecycle.due(Pace.Step.UPDATE))
                    : after;
        });
    }

    /**
     * Changes a cluster of the clusters API. One that is as it is asked to be stays in its state.
     *
     * @param event the type of the event that tells of it
     * @throws io.telamon.control.api.ApiException those of {@link #change} and of the revision,
     *     {@link ErrorCode#CANNOT_PAUSE_RECENTLY_RESUMED_CLUSTER} where steps last as long as in the cloud
     */
    public Cluster revise(Call<?> call, ClusterKey key, String event, ClusterRevision revision) {
        return units.inProject(call, unit -> {
            Cluster before = queries.lock(unit, key);
            Instant now = units.now().truncatedTo(ChronoUnit.SECONDS);
            Cluster after = before.revised(revision.of(before, now));
            if (before.spec().equals(after.spec())) {
                return before;
            }
            lifecycle.requireRested(before, after, now);
            lifecycle.replace(unit, after);
            lifecycle.place(unit, after);
            ClusterEvents.revised(before, after, event, call).forEach(unit::append);
            return after.state() instanceof ClusterState.Updating
                    ? lifecycle.begin(unit, after, lifecycle.due(ClusterSteps.revision(before, after)))
                    : after;
        });
    }

    /** Changes what a cluster has for a time, at once. Throws as {@link #change} does, and as the amendment does. */
    public Cluster amend(Call<?> call, ClusterKey key, ClusterAmendment amendment) {
        return units.inProject(call, unit -> {
            Cluster before = queries.lock(unit, key);
            Optional<ClusterAmendment.Amended> amended =
                    amendment.of(before, units.now().truncatedTo(ChronoUnit.SECONDS));
            if (amended.isEmpty()) {
                return before;
            }
            Cluster after = before.expiring(amended.get().expiring());
            lifecycle.replace(unit, after);
            unit.append(ClusterEvents.amended(after, amended.get().event(), call));
            ClusterExpiry.reschedule(unit, after);
            return after;
        });
    }

    /** Notes what the serverless API says about indexes; it takes effect at once. */
    public boolean setAutoIndexing(Call<?> call, ClusterKey key, boolean enabled) {
        return units.inProject(call, unit -> {
            lifecycle.replace(unit, queries.lock(unit, key).autoIndexing(enabled));
            return enabled;
        });
    }

    /**
     * Asks for a cluster's deletion.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#ATLAS_GENERAL_ERROR} while it is protected,
     *     {@link ErrorCode#CANNOT_TERMINATE_CLUSTER_WHEN_TERMINATION_PROTECTION_ENABLED} where it is one of the clusters API
     */
    public void delete(Call<?> call, ClusterKey key) {
        delete(call, key, (unit, before) -> {});
    }

    /** The same, after something else has been done with the cluster as it was. */
    public void delete(Call<?> call, ClusterKey key, BiConsumer<ProjectUnitOfWork, Cluster> first) {
        units.inProject(call, unit -> {
            Cluster before = queries.lock(unit, key);
            requireUnprotected(before);
            first.accept(unit, before);
            Cluster after = before.deleting();
            lifecycle.replace(unit, after);
            unit.append(ClusterEvents.deletionAskedFor(after, call));
            return lifecycle.begin(unit, after, lifecycle.due(ClusterSteps.deletion(after)));
        });
    }

    /** Each API refuses in its own words, as recorded. */
    private static void requireUnprotected(Cluster cluster) {
        boolean isProtected = cluster.spec().terminationProtection();
        switch (cluster.kind()) {
            case FLEX, SERVERLESS ->
                ErrorCode.ATLAS_GENERAL_ERROR.refuseIf(
                        isProtected,
                        "Cluster " + cluster.name()
                                + " cannot be deleted while termination protection is enabled. Disable it first.");
            case FREE, DEDICATED ->
                ErrorCode.CANNOT_TERMINATE_CLUSTER_WHEN_TERMINATION_PROTECTION_ENABLED.refuseIf(
                        isProtected,
                        "Cannot terminate cluster " + cluster.name() + " in group " + cluster.projectId()
                                + " because termination protection is enabled. Disable termination protection and try again.");
        }
    }

    /** Turns every serverless instance of one project, or of all, into a flex cluster; how many there were. */
    public int migrateToFlex(Optional<ProjectId> projectId) {
        return units.write(unit -> {
            List<Cluster> instances = ClusterTable.lockGenuineInstances(unit.transaction()).stream()
                    .filter(instance -> projectId.isEmpty() || projectId.get().equals(instance.projectId()))
                    .filter(instance -> !(instance.state() instanceof ClusterState.Deleting))
                    .toList();
            instances.forEach(instance -> {
                lifecycle.removeDependents(unit, instance);
                lifecycle.replace(unit, instance.migratedToFlex());
                unit.append(ClusterEvents.migrated(instance));
            });
            return instances.size();
        });
    }
}
