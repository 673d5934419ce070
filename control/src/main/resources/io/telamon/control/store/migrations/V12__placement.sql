-- Which of several deployments keeps the documents of a cluster, by the deployment's members.
CREATE TABLE placement (
    cluster_id TEXT NOT NULL PRIMARY KEY,
    deployment TEXT NOT NULL
);
