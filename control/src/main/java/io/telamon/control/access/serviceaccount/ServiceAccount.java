package io.telamon.control.access.serviceaccount;

import io.telamon.control.access.crypto.CredentialMaker;
import io.telamon.control.access.principal.ApiPrincipal;
import io.telamon.control.api.Caller;
import io.telamon.control.model.ClientId;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.model.PrincipalId;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A service account, without its secrets.
 *
 * @param clientId {@code mdb_sa_id_} and 24 hexadecimal digits
 * @param name 1 to 64 characters, not unique
 * @param description 1 to 250 characters
 */
record ServiceAccount(
        PrincipalId id,
        ClientId clientId,
        OrganizationId organizationId,
        String name,
        String description,
        Instant createdAt) {

    private static final Pattern CLIENT_ID = Pattern.compile(CredentialMaker.CLIENT_ID_PREFIX + "[a-fA-F0-9]{24}");

    /** A new account, whose id is the one within its client id. */
    static ServiceAccount of(
            ClientId clientId, OrganizationId organizationId, String name, String description, Instant createdAt) {
        if (!CLIENT_ID.matcher(clientId.value()).matches()) {
            throw new IllegalArgumentException(
                    "a client id is " + CredentialMaker.CLIENT_ID_PREFIX + " and 24 hexadecimal digits");
        }
        String id = clientId.value()
                .substring(CredentialMaker.CLIENT_ID_PREFIX.length())
                .toLowerCase(Locale.ROOT);
        return new ServiceAccount(new PrincipalId(id), clientId, organizationId, name, description, createdAt);
    }

    ApiPrincipal principal() {
        return new ApiPrincipal(Caller.Kind.SERVICE_ACCOUNT, id, clientId.value(), organizationId);
    }
}
