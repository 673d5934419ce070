CREATE TABLE project_document (
    project_id TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    kind       TEXT NOT NULL,
    id         TEXT NOT NULL,
    body       TEXT NOT NULL,
    PRIMARY KEY (project_id, kind, id)
);

INSERT INTO project_document (project_id, kind, id, body)
SELECT project_id, 'custom-role', name, facts FROM custom_role;

DROP TABLE custom_role;

-- What expires is removed by one task of its project.
DELETE FROM task WHERE kind IN ('database-user', 'access-list-entry');

INSERT INTO task (kind, subject, due_at, lease_until)
SELECT 'database-user', project_id, min(delete_after), 0 FROM database_user
WHERE delete_after IS NOT NULL GROUP BY project_id;

INSERT INTO task (kind, subject, due_at, lease_until)
SELECT 'access-list-entry', project_id, min(delete_after), 0 FROM access_list_entry
WHERE delete_after IS NOT NULL GROUP BY project_id;
