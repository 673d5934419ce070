package io.telamon.control.endpoint;

import java.util.Optional;

/**
 * The service that the client's end of a private endpoint connects to.
 *
 * @param serviceName its name, once it is reserved
 * @param serviceResourceId on Azure, its resource, once it is reserved
 */
record EndpointService(Optional<String> serviceName, Optional<String> serviceResourceId) {

    /** Not reserved yet. */
    static final EndpointService NONE = new EndpointService(Optional.empty(), Optional.empty());
}
