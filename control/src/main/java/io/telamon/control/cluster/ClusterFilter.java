package io.telamon.control.cluster;

/** Which clusters of a project a list shows. */
public sealed interface ClusterFilter {

    /** The project. */
    String projectId();

    /** Its condition in SQL, over the parameter {@code project}. */
    String condition();

    /** The flex clusters. */
    record Flex(String projectId) implements ClusterFilter {
        @Override
        public String condition() {
            return "project_id = :project AND kind = 'FLEX'";
        }
    }

    /** What the serverless API shows. */
    record InServerlessApi(String projectId) implements ClusterFilter {
        @Override
        public String condition() {
            return "project_id = :project AND in_serverless_api";
        }
    }

    /** All. */
    record All(String projectId) implements ClusterFilter {
        @Override
        public String condition() {
            return "project_id = :project";
        }
    }
}
