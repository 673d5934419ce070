CREATE TABLE project_invitation (
    id               TEXT PRIMARY KEY,
    project_id       TEXT   NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    username         TEXT   NOT NULL,
    inviter_username TEXT   NOT NULL,
    roles            TEXT   NOT NULL,
    created_at       BIGINT NOT NULL,
    expires_at       BIGINT NOT NULL
);

CREATE UNIQUE INDEX project_invitation_of_name ON project_invitation (project_id, lower(username));
