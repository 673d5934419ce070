CREATE TABLE cluster (
    id                     TEXT PRIMARY KEY,
    project_id             TEXT    NOT NULL,
    organization_id        TEXT    NOT NULL,
    name                   TEXT    NOT NULL,
    kind                   TEXT    NOT NULL,
    in_serverless_api      BOOLEAN NOT NULL,
    provider               TEXT    NOT NULL,
    region                 TEXT    NOT NULL,
    state                  TEXT    NOT NULL,
    created_at             BIGINT  NOT NULL,
    host_label             TEXT    NOT NULL,
    host_hash              TEXT    NOT NULL,
    shard_label            TEXT    NOT NULL,
    replica_set            TEXT    NOT NULL,
    termination_protection BOOLEAN NOT NULL,
    continuous_backup      BOOLEAN NOT NULL,
    auto_indexing          BOOLEAN NOT NULL,
    tags                   TEXT    NOT NULL,
    CONSTRAINT cluster_name UNIQUE (project_id, name)
);

CREATE INDEX cluster_of_project ON cluster (project_id, kind, id);

CREATE INDEX cluster_by_kind ON cluster (kind, id);
