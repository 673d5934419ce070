-- A project has one free cluster at most.
CREATE UNIQUE INDEX cluster_free_of_project ON cluster (project_id) WHERE kind = 'FREE';
