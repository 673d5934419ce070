package io.telamon.control.cluster;

import java.time.Instant;

/**
 * What a cluster keeps from its creation to its end.
 *
 * @param id 24 hexadecimal digits
 * @param name unique in the project
 * @param createdAt whole seconds
 */
public record ClusterIdentity(String id, String projectId, String organizationId, String name, Instant createdAt) {}
