package io.telamon.control.endpoint;

import java.util.Optional;

/** What a client changes of a private endpoint; what is not there stays as it is. */
record EndpointChange(Optional<String> comment, Optional<String> clientEndId, Optional<String> ipAddress) {}
