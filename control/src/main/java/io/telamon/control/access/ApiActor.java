package io.telamon.control.access;

import io.telamon.control.api.Caller;

/**
 * What holds roles and an API access list: an API key or a service account.
 *
 * @param id 24 hexadecimal digits
 * @param name the public key, or the client id
 * @param organizationId the one organization that it belongs to
 */
record ApiActor(Caller.Kind kind, String id, String name, String organizationId) {}
