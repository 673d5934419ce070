package io.telamon.control.cluster.overview;

import io.telamon.control.api.Call;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Page;
import io.telamon.control.cluster.Cluster;
import io.telamon.control.cluster.ClusterQueries;
import io.telamon.control.cluster.topology.Topology;
import io.telamon.control.module.ApiModule;
import io.telamon.control.organization.Organization;
import io.telamon.control.project.Project;
import io.telamon.control.project.Projects;
import io.telamon.gateway.api.Metering;
import io.telamon.gateway.model.ProjectId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The operation that lists the clusters of all projects which a caller sees. Those of several providers are left out (OpenAPI). */
public final class ClusterDetailsOperations implements ApiModule {

    private final Projects projects;
    private final ClusterQueries clusters;
    private final Metering metering;

    /** The operation over the projects and their clusters. */
    public ClusterDetailsOperations(Projects projects, ClusterQueries clusters, Metering metering) {
        this.projects = projects;
        this.clusters = clusters;
        this.metering = metering;
    }

    @Override
    public void bind(Operations api) {
        api.servePage("listClusterDetails", this::list);
    }

    /** A project with its clusters. */
    record ProjectDetails(
            List<ClusterDetails> clusters,
            String groupId,
            String groupName,
            String orgId,
            String orgName,
            String planType,
            List<String> tags) {}

    private Page<ProjectDetails> list(Call<NoContent> call) {
        Page<Project> page = projects.seenBy(call.caller(), call.page());
        Map<ProjectId, List<Cluster>> byProject =
                clusters.ofProjects(page.results().stream().map(Project::id).toList()).stream()
                        .filter(cluster -> cluster.spec()
                                .running()
                                .filter(Topology::spansProviders)
                                .isEmpty())
                        .collect(Collectors.groupingBy(Cluster::projectId));
        return page.map(project -> details(project, byProject.getOrDefault(project.id(), List.of())));
    }

    private ProjectDetails details(Project project, List<Cluster> ofProject) {
        String organization = projects.organizations()
                .find(project.organizationId())
                .map(Organization::name)
                .orElse("");
        return new ProjectDetails(
                ofProject.stream().map(this::details).toList(),
                project.id().value(),
                project.name(),
                project.organizationId().value(),
                organization,
                "Atlas",
                List.of());
    }

    private ClusterDetails details(Cluster cluster) {
        long bytes = metering.reading(cluster.id())
                .map(reading -> reading.logicalBytes())
                .orElse(0L);
        return ClusterDetails.of(cluster, bytes);
    }
}
