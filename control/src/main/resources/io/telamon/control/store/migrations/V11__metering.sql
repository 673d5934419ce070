-- What was counted of clusters in each minute and each hour, named by when it begins.
CREATE TABLE metering (
    cluster_id              TEXT   NOT NULL,
    step                    TEXT   NOT NULL,
    begins_at               BIGINT NOT NULL,
    connections             BIGINT NOT NULL,
    connections_opened      BIGINT NOT NULL,
    connections_refused     BIGINT NOT NULL,
    authentication_failures BIGINT NOT NULL,
    inserts                 BIGINT NOT NULL,
    queries                 BIGINT NOT NULL,
    updates                 BIGINT NOT NULL,
    deletes                 BIGINT NOT NULL,
    getmores                BIGINT NOT NULL,
    commands                BIGINT NOT NULL,
    bytes_in                BIGINT NOT NULL,
    bytes_out               BIGINT NOT NULL,
    throttled_operations    BIGINT NOT NULL,
    throttled_millis        BIGINT NOT NULL,
    read_units              BIGINT NOT NULL,
    write_units             BIGINT NOT NULL,
    logical_bytes           BIGINT NOT NULL,
    PRIMARY KEY (cluster_id, step, begins_at)
);

CREATE INDEX metering_by_age ON metering (step, begins_at);
