package io.telamon.control.endpoint;

import java.util.Optional;

/**
 * The client's end of a private endpoint.
 *
 * @param clientEndId the provider's id of it, once it is named
 * @param ipAddress on Azure, its address
 * @param error why the ends could not be connected
 */
record ClientEnd(Optional<String> clientEndId, Optional<String> ipAddress, Optional<String> error) {

    /** Not named yet. */
    static final ClientEnd NONE = new ClientEnd(Optional.empty(), Optional.empty(), Optional.empty());

    ClientEnd failed(String why) {
        return new ClientEnd(clientEndId, ipAddress, Optional.of(why));
    }
}
