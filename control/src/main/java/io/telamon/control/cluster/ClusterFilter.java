package io.telamon.control.cluster;

import io.telamon.gateway.model.ProjectId;

/** Which clusters of a project a list shows. */
public sealed interface ClusterFilter {

    /** The project. */
    ProjectId projectId();

    /** Its condition in SQL, over the parameter {@code project}. */
    String condition();

    /** The flex clusters. */
    record Flex(ProjectId projectId) implements ClusterFilter {
        @Override
        public String condition() {
            return "project_id = :project AND kind = 'FLEX'";
        }
    }

    /** What the serverless API shows. */
    record InServerlessApi(ProjectId projectId) implements ClusterFilter {
        @Override
        public String condition() {
            return "project_id = :project AND in_serverless_api";
        }
    }

    /** What the clusters API shows. */
    record InClustersApi(ProjectId projectId) implements ClusterFilter {
        @Override
        public String condition() {
            return "project_id = :project AND kind IN ('FREE', 'DEDICATED')";
        }
    }

    /** All. */
    record All(ProjectId projectId) implements ClusterFilter {
        @Override
        public String condition() {
            return "project_id = :project";
        }
    }
}
