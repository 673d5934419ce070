package io.telamon.control.cluster;

import io.telamon.control.model.OrganizationId;
import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.model.ProjectId;
import java.time.Instant;

/**
 * What a cluster keeps from its creation to its end.
 *
 * @param id 24 hexadecimal digits
 * @param name unique in the project
 * @param createdAt whole seconds
 */
public record ClusterIdentity(
        ClusterId id, ProjectId projectId, OrganizationId organizationId, String name, Instant createdAt) {}
