package io.telamon.control;

/**
 * The ids of what the first start of an installation makes.
 *
 * @param organizationId its first organization
 * @param projectId that organization's first project
 */
public record BootstrapIds(String organizationId, String projectId) {}
