package io.telamon.gateway.api;

import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.model.ProjectId;

/** Something that the control plane changed and that live connections must hear of. */
public sealed interface Change {

    /** A cluster began or ceased to exist, or its availability or limits changed. */
    record ClusterChanged(ClusterId cluster) implements Change {}

    /** Database users or custom roles of a project changed, or the time of one has passed. */
    record UsersChanged(ProjectId project) implements Change {}

    /** The access list of a project changed, or the time of an entry has passed. */
    record AccessListChanged(ProjectId project) implements Change {}
}
