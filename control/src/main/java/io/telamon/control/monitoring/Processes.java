package io.telamon.control.monitoring;

import io.telamon.control.api.ApiException;
import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Page;
import io.telamon.control.api.PageRequest;
import io.telamon.control.cluster.Cluster;
import io.telamon.control.cluster.ClusterFilter;
import io.telamon.control.cluster.ClusterKey;
import io.telamon.control.cluster.ClusterQueries;
import io.telamon.control.cluster.ClusterSettings;
import io.telamon.control.cluster.ClusterState;
import io.telamon.control.cluster.ConnectionStringSource;
import io.telamon.control.cluster.MemberAddress;
import io.telamon.gateway.model.ProjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the processes of a project: those of all clusters that have hosts. Serverless instances have no processes of their own. */
public final class Processes {

    private static final int AT_ONCE = 500;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]+\\.(?<hash>[A-Za-z0-9-]+)\\.[A-Za-z0-9.-]+");

    private static final Pattern PORT = Pattern.compile("[1-9][0-9]{0,4}");

    private final ClusterQueries queries;
    private final ConnectionStringSource addresses;

    /** Those of the clusters that are found there, whose members have these addresses. */
    public Processes(ClusterQueries queries, ConnectionStringSource addresses) {
        this.queries = queries;
        this.addresses = addresses;
    }

    /** Those of a project, cluster by cluster. */
    List<MonitoredProcess> all(ProjectId projectId) {
        List<MonitoredProcess> found = new ArrayList<>();
        Page<Cluster> page;
        int number = 1;
        do {
            page = queries.list(new ClusterFilter.All(projectId), new PageRequest(number++, AT_ONCE, false));
            page.results().stream().flatMap(this::of).forEach(found::add);
        } while (page.results().size() == AT_ONCE);
        return found;
    }

    /**
     * The one that the path names.
     *
     * @throws ApiException {@link ErrorCode#INVALID_HOST_PORT} if it has no port, {@link ErrorCode#HOSTNAME_AND_PORT_NOT_FOUND}
     */
    public MonitoredProcess get(Call<?> call) {
        String id = call.path("processId");
        String port = id.substring(id.lastIndexOf(':') + 1);
        ErrorCode.INVALID_HOST_PORT.refuseIf(
                id.indexOf(':') < 0 || !PORT.matcher(port).matches(), port);
        return onHost(call.projectId(), id.substring(0, id.lastIndexOf(':')))
                .filter(process -> process.id().equals(id))
                .orElseThrow(() -> ErrorCode.HOSTNAME_AND_PORT_NOT_FOUND.about(id, call.projectId()));
    }

    /**
     * The process on the host that the path names.
     *
     * @param parameter the name of the path parameter
     * @throws ApiException {@link ErrorCode#HOST_NOT_FOUND}
     */
    public MonitoredProcess onHost(Call<?> call, String parameter) {
        String name = call.path(parameter);
        return onHost(call.projectId(), name).orElseThrow(() -> ErrorCode.HOST_NOT_FOUND.about(name, call.projectId()));
    }

    /**
     * The cluster that the path names, which has processes once it has hosts.
     *
     * @throws ApiException {@link ErrorCode#CLUSTER_NOT_FOUND}, {@link ErrorCode#CANNOT_USE_SERVERLESS_INSTANCE_IN_CLUSTER_API}
     */
    public Cluster cluster(Call<?> call) {
        Cluster cluster = queries.get(new ClusterKey(call.projectId(), call.path("clusterName")));
        ErrorCode.CANNOT_USE_SERVERLESS_INSTANCE_IN_CLUSTER_API.refuseIf(
                cluster.kind() == Cluster.Kind.SERVERLESS, cluster.name());
        return cluster;
    }

    private Optional<MonitoredProcess> onHost(ProjectId projectId, String name) {
        Matcher form = ID.matcher(name);
        return form.matches()
                ? queries.inDomain(projectId, form.group("hash")).stream()
                        .flatMap(this::of)
                        .filter(process -> process.address().name().equals(name))
                        .findFirst()
                : Optional.empty();
    }

    /** Those of a cluster, the primary first; none before it has hosts, nor while it is paused. */
    public Stream<MonitoredProcess> of(Cluster cluster) {
        ClusterSettings settings = cluster.spec().settings();
        if (cluster.kind() == Cluster.Kind.SERVERLESS
                || cluster.state() instanceof ClusterState.Creating
                || (settings != null && settings.paused())) {
            return Stream.empty();
        }
        List<MemberAddress> members = addresses.members(cluster);
        return IntStream.range(0, members.size())
                .mapToObj(member -> new MonitoredProcess(cluster, member, members.get(member)));
    }
}
