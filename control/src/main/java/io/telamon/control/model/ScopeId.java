package io.telamon.control.model;

import io.telamon.gateway.model.ProjectId;

/**
 * The identity of what roles are held in: an organization or a project.
 *
 * @param value 24 hexadecimal digits
 */
public record ScopeId(String value) {

    /** The scope that an organization is. */
    public static ScopeId of(OrganizationId organization) {
        return new ScopeId(organization.value());
    }

    /** The scope that a project is. */
    public static ScopeId of(ProjectId project) {
        return new ScopeId(project.value());
    }

    /** The organization, for a scope that is one. */
    public OrganizationId organization() {
        return new OrganizationId(value);
    }

    /** The project, for a scope that is one. */
    public ProjectId project() {
        return new ProjectId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
