CREATE TABLE task (
    kind        TEXT   NOT NULL,
    subject     TEXT   NOT NULL,
    due_at      BIGINT,
    lease_until BIGINT NOT NULL,
    lease_node  TEXT,
    PRIMARY KEY (kind, subject)
);

CREATE INDEX task_due ON task (due_at);

CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE rate_bucket (
    rate_set  TEXT             NOT NULL,
    scope     TEXT             NOT NULL,
    tokens    DOUBLE PRECISION NOT NULL,
    filled_at BIGINT           NOT NULL,
    PRIMARY KEY (rate_set, scope)
);

CREATE TABLE fault (
    id         TEXT PRIMARY KEY,
    definition TEXT NOT NULL,
    remaining  INTEGER
);
