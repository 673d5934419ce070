CREATE TABLE database_user (
    project_id   TEXT   NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    database     TEXT   NOT NULL,
    name         TEXT   NOT NULL,
    facts        TEXT   NOT NULL,
    credentials  TEXT   NOT NULL,
    delete_after BIGINT,
    PRIMARY KEY (project_id, database, name)
);

CREATE TABLE custom_role (
    project_id TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    name       TEXT NOT NULL,
    facts      TEXT NOT NULL,
    PRIMARY KEY (project_id, name)
);
