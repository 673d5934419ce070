package io.telamon.control.endpoint;

import io.telamon.control.cluster.Provider;

/** What a private endpoint keeps from its creation to its end. */
record EndpointIdentity(String id, String instanceId, String projectId, String organizationId, Provider provider) {}
