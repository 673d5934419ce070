-- What servers of clusters would write into their logs, and what of it is searched.
CREATE TABLE cluster_log (
    cluster_id TEXT    NOT NULL,
    id         TEXT    NOT NULL,
    logged_at  BIGINT  NOT NULL,
    member     INTEGER NOT NULL,
    kind       TEXT    NOT NULL,
    line       TEXT    NOT NULL,
    address    TEXT,
    success    BOOLEAN,
    namespace  TEXT,
    PRIMARY KEY (cluster_id, id)
);

CREATE INDEX cluster_log_by_kind ON cluster_log (cluster_id, kind, logged_at);

CREATE INDEX cluster_log_by_age ON cluster_log (logged_at);
