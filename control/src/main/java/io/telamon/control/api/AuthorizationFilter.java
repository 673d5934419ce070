package io.telamon.control.api;

import io.telamon.control.model.OrganizationId;
import io.telamon.gateway.model.ProjectId;

/**
 * Lets a caller pass who holds a role that the operation needs. Of a project or organization that the caller may not
 * see, nothing more is said than to a stranger.
 */
final class AuthorizationFilter implements RequestFilter {

    private final Scopes scopes;

    AuthorizationFilter(Scopes scopes) {
        this.scopes = scopes;
    }

    @Override
    public void pass(Exchange exchange) {
        boolean allowed = switch (exchange.operation().requirement()) {
            case Requirement.Nothing nothing -> true;
            case Requirement.Authentication authentication -> true;
            case Requirement.OwnOrganization own -> {
                Caller caller = exchange.caller();
                yield caller.holdsInOrganization(own.role(), caller.orgId());
            }
            case Requirement.FirstOrganization first -> {
                Caller caller = exchange.caller();
                yield scopes.isFirstOrganization(caller.orgId())
                        && caller.holdsInOrganization(first.role(), caller.orgId());
            }
            case Requirement.InOrganization in -> inOrganization(exchange, in);
            case Requirement.InProject in -> inProject(exchange, in);
        };
        if (!allowed) {
            throw ErrorCode.USER_UNAUTHORIZED.about();
        }
    }

    private boolean inOrganization(Exchange exchange, Requirement.InOrganization needed) {
        OrganizationId organizationId = new OrganizationId(exchange.pathParameter("orgId"));
        Caller caller = exchange.caller();
        if (!scopes.organizationExists(organizationId)) {
            throw ErrorCode.ORG_NOT_FOUND.about(organizationId);
        }
        if (!caller.seesOrganization(organizationId)) {
            throw UnauthenticatedException.unknown();
        }
        return needed.roles().stream().anyMatch(role -> caller.holdsInOrganization(role, organizationId));
    }

    private boolean inProject(Exchange exchange, Requirement.InProject needed) {
        ProjectId projectId = new ProjectId(exchange.pathParameter("groupId"));
        Caller caller = exchange.caller();
        OrganizationId organizationId =
                scopes.organizationOfProject(projectId).orElseThrow(() -> ErrorCode.GROUP_NOT_FOUND.about(projectId));
        if (!caller.seesProject(projectId, organizationId)) {
            throw UnauthenticatedException.unknown();
        }
        return needed.roles().stream().anyMatch(role -> caller.holdsInProject(role, projectId, organizationId));
    }
}
