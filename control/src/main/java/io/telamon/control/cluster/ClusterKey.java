package io.telamon.control.cluster;

/** What names a cluster in the API. */
public record ClusterKey(String projectId, String name) {}
