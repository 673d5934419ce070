package io.telamon.control.access.principal;

import io.telamon.control.api.Caller;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.model.PrincipalId;

/**
 * An API key, a service account or a person, as far as they are alike: each holds roles.
 *
 * @param id 24 hexadecimal digits
 * @param name the public key, the client id, or the email address
 * @param organizationId the one organization that it belongs to; of a person, the one that is meant
 */
public record ApiPrincipal(Caller.Kind kind, PrincipalId id, String name, OrganizationId organizationId) {}
