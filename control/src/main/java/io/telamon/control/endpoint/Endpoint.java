package io.telamon.control.endpoint;

import io.telamon.control.cluster.PrivateEndpointPort;
import io.telamon.control.cluster.Provider;
import java.util.Optional;

/**
 * A private endpoint of a serverless instance.
 *
 * @param serviceName the service that the client's end connects to, once it is reserved
 * @param serviceResourceId on Azure, the resource of that service, once it is reserved
 * @param clientEndId the client's end, once it is named
 * @param ipAddress on Azure, the address of the client's end
 * @param error why the ends could not be connected
 * @param privatePort where drivers come in, while it is available
 */
record Endpoint(
        String id,
        String instanceId,
        String projectId,
        String organizationId,
        Provider provider,
        EndpointState state,
        Optional<String> comment,
        Optional<String> serviceName,
        Optional<String> serviceResourceId,
        Optional<String> clientEndId,
        Optional<String> ipAddress,
        Optional<String> error,
        PrivateEndpointPort privatePort) {

    Endpoint in(EndpointState other) {
        return new Endpoint(
                id,
                instanceId,
                projectId,
                organizationId,
                provider,
                other,
                comment,
                serviceName,
                serviceResourceId,
                clientEndId,
                ipAddress,
                error,
                privatePort);
    }

    Endpoint commented(Optional<String> other) {
        return new Endpoint(
                id,
                instanceId,
                projectId,
                organizationId,
                provider,
                state,
                other,
                serviceName,
                serviceResourceId,
                clientEndId,
                ipAddress,
                error,
                privatePort);
    }

    Endpoint reserved(EndpointState.Reserved reserved, String name, Optional<String> resourceId) {
        return new Endpoint(
                id,
                instanceId,
                projectId,
                organizationId,
                provider,
                reserved,
                comment,
                Optional.of(name),
                resourceId,
                clientEndId,
                ipAddress,
                error,
                privatePort);
    }

    Endpoint connecting(EndpointState.Initiating initiating, String end, Optional<String> address) {
        return new Endpoint(
                id,
                instanceId,
                projectId,
                organizationId,
                provider,
                initiating,
                comment,
                serviceName,
                serviceResourceId,
                Optional.of(end),
                address,
                Optional.empty(),
                privatePort);
    }

    Endpoint failed(EndpointState.Failed failed, String why) {
        return new Endpoint(
                id,
                instanceId,
                projectId,
                organizationId,
                provider,
                failed,
                comment,
                serviceName,
                serviceResourceId,
                clientEndId,
                ipAddress,
                Optional.of(why),
                privatePort);
    }

    Endpoint available(EndpointState.Available available, int port) {
        return new Endpoint(
                id,
                instanceId,
                projectId,
                organizationId,
                provider,
                available,
                comment,
                serviceName,
                serviceResourceId,
                clientEndId,
                ipAddress,
                error,
                new PrivateEndpointPort(privatePort.ordinal(), port));
    }
}
