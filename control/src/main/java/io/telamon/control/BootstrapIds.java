package io.telamon.control;

import io.telamon.control.model.OrganizationId;
import io.telamon.gateway.model.ProjectId;

/**
 * The ids of what the first start of an installation makes.
 *
 * @param organizationId its first organization
 * @param projectId that organization's first project
 */
public record BootstrapIds(OrganizationId organizationId, ProjectId projectId) {}
