CREATE TABLE organization (
    id                  TEXT PRIMARY KEY,
    name                TEXT    NOT NULL,
    skip_default_alerts BOOLEAN NOT NULL,
    settings            TEXT    NOT NULL
);

CREATE TABLE project (
    id                  TEXT PRIMARY KEY,
    organization_id     TEXT    NOT NULL REFERENCES organization (id),
    name                TEXT    NOT NULL,
    created_at          BIGINT  NOT NULL,
    with_default_alerts BOOLEAN NOT NULL,
    region_restrictions TEXT,
    tags                TEXT    NOT NULL,
    settings            TEXT    NOT NULL,
    managed_slow_ms     BOOLEAN NOT NULL,
    CONSTRAINT project_name UNIQUE (organization_id, name)
);

CREATE TABLE project_limit (
    project_id TEXT   NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    name       TEXT   NOT NULL,
    value      BIGINT NOT NULL,
    PRIMARY KEY (project_id, name)
);

CREATE TABLE team (
    id              TEXT PRIMARY KEY,
    organization_id TEXT NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
    name            TEXT NOT NULL,
    usernames       TEXT NOT NULL,
    CONSTRAINT team_name UNIQUE (organization_id, name)
);

CREATE TABLE project_team (
    project_id TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    team_id    TEXT NOT NULL REFERENCES team (id),
    roles      TEXT NOT NULL,
    PRIMARY KEY (project_id, team_id)
);

CREATE INDEX project_team_of_team ON project_team (team_id);
