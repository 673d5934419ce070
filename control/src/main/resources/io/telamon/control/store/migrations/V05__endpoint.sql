CREATE TABLE endpoint (
    id                  TEXT PRIMARY KEY,
    instance_id         TEXT NOT NULL,
    project_id          TEXT NOT NULL,
    organization_id     TEXT NOT NULL,
    provider            TEXT NOT NULL,
    state               TEXT NOT NULL,
    comment             TEXT,
    service_name        TEXT,
    service_resource_id TEXT,
    client_end_id       TEXT,
    ip_address          TEXT,
    error               TEXT
);

CREATE INDEX endpoint_of_instance ON endpoint (instance_id, id);

CREATE INDEX endpoint_by_client_end ON endpoint (client_end_id);
