package io.telamon.control.endpoint;

import io.telamon.control.cluster.PrivateEndpointPort;
import io.telamon.control.model.EndpointId;
import io.telamon.gateway.model.ClusterId;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.mapper.Nested;

/**
 * A private endpoint of a serverless instance.
 *
 * @param privatePort where drivers come in, while it is available
 */
record Endpoint(
        @Nested EndpointIdentity identity,
        EndpointState state,
        Optional<String> comment,
        @Nested EndpointService service,
        @Nested ClientEnd clientEnd,
        @Nested PrivateEndpointPort privatePort) {

    EndpointId id() {
        return identity.id();
    }

    ClusterId instanceId() {
        return identity.instanceId();
    }

    Endpoint commented(String other) {
        return new Endpoint(identity, state, Optional.of(other), service, clientEnd, privatePort);
    }

    Endpoint reserved(EndpointState.ReservationRequested requested, EndpointService reserved) {
        return new Endpoint(identity, requested.reserved(), comment, reserved, clientEnd, privatePort);
    }

    Endpoint connecting(EndpointState.Initiating initiating, ClientEnd end) {
        return new Endpoint(identity, initiating, comment, service, end, privatePort);
    }

    Endpoint failed(EndpointState.Initiating initiating, String why) {
        return new Endpoint(identity, initiating.refused(), comment, service, clientEnd.failed(why), privatePort);
    }

    Endpoint available(EndpointState.Initiating initiating, OptionalInt port) {
        PrivateEndpointPort opened = new PrivateEndpointPort(privatePort.ordinal(), port);
        return new Endpoint(identity, initiating.connected(), comment, service, clientEnd, opened);
    }

    Endpoint deleting() {
        return new Endpoint(identity, new EndpointState.Deleting(), comment, service, clientEnd, privatePort);
    }
}
