package io.telamon.control.api;

import io.telamon.control.model.ScopeId;

/**
 * A role held in one organization or project.
 *
 * @param scopeId id of the organization for organization roles, of the project for project roles
 */
public record Grant(Role role, ScopeId scopeId) {}
