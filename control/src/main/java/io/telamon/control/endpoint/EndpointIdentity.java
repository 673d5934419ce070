package io.telamon.control.endpoint;

import io.telamon.control.cluster.topology.Provider;
import io.telamon.control.model.EndpointId;
import io.telamon.control.model.OrganizationId;
import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.model.ProjectId;

/** What a private endpoint keeps from its creation to its end. */
record EndpointIdentity(
        EndpointId id, ClusterId instanceId, ProjectId projectId, OrganizationId organizationId, Provider provider) {}
