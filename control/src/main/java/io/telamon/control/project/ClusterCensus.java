package io.telamon.control.project;

import io.telamon.gateway.model.ProjectId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Who counts the clusters of projects, those on their way out included. */
@FunctionalInterface
public interface ClusterCensus {

    /** Number of clusters by project, as the handle's transaction sees it; projects without any may be left out. */
    Map<ProjectId, Long> counts(Handle handle, Collection<ProjectId> projectIds);

    /** Number of clusters in one project. */
    default long count(Handle handle, ProjectId projectId) {
        return counts(handle, List.of(projectId)).getOrDefault(projectId, 0L);
    }
}
