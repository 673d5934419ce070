package io.telamon.control.access.principal;

import io.telamon.control.api.Caller;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.model.PrincipalId;

/**
 * An API key or a service account, as far as both are alike: each holds roles and has an API access list.
 *
 * @param id 24 hexadecimal digits
 * @param name the public key, or the client id
 * @param organizationId the one organization that it belongs to
 */
public record ApiPrincipal(Caller.Kind kind, PrincipalId id, String name, OrganizationId organizationId) {}
