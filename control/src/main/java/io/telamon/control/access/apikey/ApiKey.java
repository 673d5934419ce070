package io.telamon.control.access.apikey;

import io.telamon.control.access.principal.ApiPrincipal;
import io.telamon.control.api.Caller;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.model.PrincipalId;
import java.time.Instant;

/**
 * An API key, without its secret half.
 *
 * @param id 24 hexadecimal digits
 * @param publicKey 8 lowercase letters, the user name in HTTP Digest
 * @param description 1 to 250 characters
 * @param maskedPrivateKey what may be shown of the private half
 */
record ApiKey(
        PrincipalId id,
        String publicKey,
        OrganizationId organizationId,
        String description,
        String maskedPrivateKey,
        Instant createdAt) {

    private static final int SHOWN = 12;

    ApiPrincipal principal() {
        return new ApiPrincipal(Caller.Kind.API_KEY, id, publicKey, organizationId);
    }

    /** The private half with all but its last 12 characters hidden, as recorded of UUIDs. */
    static String masked(String privateKey) {
        int hidden = Math.max(privateKey.length() - SHOWN, privateKey.length() / 2);
        return "********-****-****-" + privateKey.substring(hidden);
    }
}
