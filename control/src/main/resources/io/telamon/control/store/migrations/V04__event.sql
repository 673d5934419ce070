CREATE TABLE event (
    id              TEXT PRIMARY KEY,
    type            TEXT   NOT NULL,
    organization_id TEXT   NOT NULL,
    project_id      TEXT,
    created_at      BIGINT NOT NULL,
    actor_kind      TEXT,
    actor_id        TEXT,
    actor_name      TEXT,
    remote_address  TEXT,
    about           TEXT   NOT NULL
);

CREATE INDEX event_of_project ON event (project_id, id);

CREATE INDEX event_of_organization ON event (organization_id, id);
