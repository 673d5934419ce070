package io.telamon.control.access;

import io.telamon.control.access.list.AddressUse;
import io.telamon.control.access.list.IpRange;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.organization.Organizations;
import java.net.InetAddress;

/** Lets callers in from the addresses on their API access list only; from everywhere while the list is empty. */
final class AddressCheck {

    private final AddressUse use;
    private final Organizations organizations;

    AddressCheck(AddressUse use, Organizations organizations) {
        this.use = use;
        this.organizations = organizations;
    }

    /**
     * Refuses addresses that the caller must not come from.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#IP_ADDRESS_NOT_ON_ACCESS_LIST}, or
     *     {@link ErrorCode#ORG_REQUIRES_ACCESS_LIST} when the list is empty and the organization wants one
     */
    void require(AuthenticatedCaller identity, InetAddress address) {
        if (identity.ranges().isEmpty()) {
            if (organizations.settings(identity.caller().orgId()).requiresAccessList()) {
                throw ErrorCode.ORG_REQUIRES_ACCESS_LIST.about();
            }
            return;
        }
        IpRange client = IpRange.of(address);
        for (IpRange range : identity.ranges()) {
            if (range.contains(client)) {
                use.count(identity.principal().id(), range, address);
                return;
            }
        }
        throw ErrorCode.IP_ADDRESS_NOT_ON_ACCESS_LIST.about(address.getHostAddress());
    }
}
