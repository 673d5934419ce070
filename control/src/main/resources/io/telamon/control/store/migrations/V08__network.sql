CREATE TABLE access_list_entry (
    project_id   TEXT   NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    cidr_block   TEXT   NOT NULL,
    comment      TEXT,
    delete_after BIGINT,
    PRIMARY KEY (project_id, cidr_block)
);
