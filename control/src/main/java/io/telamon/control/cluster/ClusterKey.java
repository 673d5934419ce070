package io.telamon.control.cluster;

import io.telamon.gateway.model.ProjectId;

/** What names a cluster in the API. */
public record ClusterKey(ProjectId projectId, String name) {}
