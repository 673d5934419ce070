package io.telamon.control.access;

import io.telamon.control.access.digest.DigestHashes;
import io.telamon.control.access.list.IpRange;
import io.telamon.control.access.principal.ApiPrincipal;
import io.telamon.control.api.Caller;
import java.util.List;
import java.util.Optional;

/**
 * All that must be known of a caller to let a request pass.
 *
 * @param principal what the caller's roles and access list belong to
 * @param ranges the API access list
 * @param digest what an API key's private half is checked by; service accounts have none
 */
record AuthenticatedCaller(ApiPrincipal principal, Caller caller, List<IpRange> ranges, Optional<DigestHashes> digest) {

    AuthenticatedCaller {
        ranges = List.copyOf(ranges);
    }
}
