package io.telamon.control.project;

import io.telamon.control.api.Call;
import io.telamon.control.api.Link;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A project as the API shows it.
 *
 * @param links in lists only the one to itself
 * @param tags absent in the answer to a creation that named none
 */
record ProjectView(
        long clusterCount,
        Instant created,
        String id,
        List<Link> links,
        String name,
        String orgId,
        Project.@Nullable RegionUsage regionUsageRestrictions,
        @Nullable List<ProjectTag> tags,
        boolean withDefaultAlertsSettings) {

    private static final String RELATION = "https://cloud.mongodb.com/";
    private static final List<String> PARTS =
            List.of("containers", "clusters", "databaseUsers", "peers", "processes", "whitelist");

    static ProjectView alone(Call<?> call, Project project, long clusterCount) {
        return of(project, clusterCount, allLinks(call, project), Optional.of(project.tags()));
    }

    static ProjectView created(Call<ProjectCreate> call, Project project) {
        return of(
                project,
                0,
                allLinks(call, project),
                Optional.ofNullable(call.body().tags()).map(named -> project.tags()));
    }

    static ProjectView inList(Call<?> call, Project project, long clusterCount) {
        List<Link> self = List.of(call.link("self", path(project)));
        return of(project, clusterCount, self, Optional.of(project.tags()));
    }

    private static ProjectView of(
            Project project, long clusterCount, List<Link> links, Optional<List<ProjectTag>> tags) {
        return new ProjectView(
                clusterCount,
                project.created(),
                project.id().value(),
                links,
                project.name(),
                project.organizationId().value(),
                project.regionUsageRestrictions().orElse(null),
                tags.orElse(null),
                project.withDefaultAlertsSettings());
    }

    private static List<Link> allLinks(Call<?> call, Project project) {
        Stream<Link> parts = PARTS.stream().map(part -> call.link(RELATION + part, path(project) + "/" + part));
        return Stream.concat(Stream.of(call.link("self", path(project))), parts).toList();
    }

    private static String path(Project project) {
        return "/groups/" + project.id();
    }
}
