package io.telamon.control.cluster;

/**
 * What people call a cluster.
 *
 * @param project the id of its project
 */
public record ClusterLabel(String clusterName, String project, String projectName) {}
