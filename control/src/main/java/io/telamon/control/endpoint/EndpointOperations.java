package io.telamon.control.endpoint;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.cluster.Cluster;
import io.telamon.control.cluster.ClusterKey;
import io.telamon.control.cluster.ClusterQueries;
import io.telamon.control.cluster.topology.Provider;
import io.telamon.control.model.EndpointId;
import java.util.List;
import java.util.Optional;

/** The operations of the private endpoints of serverless instances, which the calendar ends. */
final class EndpointOperations {

    private final ClusterQueries clusters;
    private final Endpoints endpoints;

    EndpointOperations(ClusterQueries clusters, Endpoints endpoints) {
        this.clusters = clusters;
        this.endpoints = endpoints;
    }

    void bind(Operations api) {
        api.serve("listGroupPrivateEndpointServerlessInstanceEndpoint", this::list);
        api.serve("createGroupPrivateEndpointServerlessInstanceEndpoint", EndpointCreate.class, this::create);
        api.serve(
                "getGroupPrivateEndpointServerlessInstanceEndpoint",
                call -> EndpointView.of(endpoints.get(instance(call), new EndpointId(call.path("endpointId")))));
        api.serve("updateGroupPrivateEndpointServerlessInstanceEndpoint", EndpointUpdate.class, this::update);
        api.serve("deleteGroupPrivateEndpointServerlessInstanceEndpoint", this::delete);
    }

    private List<EndpointView> list(Call<NoContent> call) {
        return endpoints.list(instance(call)).stream().map(EndpointView::of).toList();
    }

    private EndpointView create(Call<EndpointCreate> call) {
        Optional<String> comment = Optional.ofNullable(call.body().comment());
        return EndpointView.of(endpoints.create(call, instance(call), comment));
    }

    private EndpointView update(Call<EndpointUpdate> call) {
        Cluster instance = instance(call);
        EndpointChange change =
                ClientEndRules.check(call.body(), instance.placement().provider());
        return EndpointView.of(endpoints.update(call, instance, new EndpointId(call.path("endpointId")), change));
    }

    private NoContent delete(Call<NoContent> call) {
        endpoints.delete(call, instance(call), new EndpointId(call.path("endpointId")));
        return NoContent.DONE;
    }

    private Cluster instance(Call<?> call) {
        String name = call.path("instanceName");
        Cluster cluster = clusters.find(new ClusterKey(call.projectId(), name))
                .orElseThrow(() -> ErrorCode.SERVERLESS_INSTANCE_NOT_FOUND.about(name, call.projectId()));
        if (cluster.kind() != Cluster.Kind.SERVERLESS) {
            throw ErrorCode.NOT_SERVERLESS_TENANT_CLUSTER.about("Cluster " + name
                    + " is no serverless instance, and others have no private endpoints here. Instances that can have them are made"
                    + " while the calendar is at the stage serverless.");
        }
        if (cluster.placement().provider() == Provider.GCP) {
            throw ErrorCode.PROVIDER_UNSUPPORTED.about(
                    "Private endpoints of serverless instances exist on AWS and AZURE, and " + name + " is on GCP.");
        }
        return cluster;
    }
}
