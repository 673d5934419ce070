package io.telamon.control;

/**
 * What an installation began with.
 *
 * @param organizationId its first organization
 * @param projectId that organization's first project
 */
public record BootstrapIds(String organizationId, String projectId) {}
