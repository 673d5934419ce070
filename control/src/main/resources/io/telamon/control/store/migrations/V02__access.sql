CREATE TABLE api_key (
    id                 TEXT PRIMARY KEY,
    public_key         TEXT   NOT NULL UNIQUE,
    organization_id    TEXT   NOT NULL,
    description        TEXT   NOT NULL,
    masked_private_key TEXT   NOT NULL,
    sealed_hashes      TEXT   NOT NULL,
    created_at         BIGINT NOT NULL
);

CREATE INDEX api_key_of_organization ON api_key (organization_id, id);

CREATE TABLE service_account (
    id              TEXT PRIMARY KEY,
    client_id       TEXT   NOT NULL UNIQUE,
    organization_id TEXT   NOT NULL,
    name            TEXT   NOT NULL,
    description     TEXT   NOT NULL,
    created_at      BIGINT NOT NULL
);

CREATE INDEX service_account_of_organization ON service_account (organization_id, id);

CREATE TABLE service_account_secret (
    id           TEXT PRIMARY KEY,
    account_id   TEXT   NOT NULL REFERENCES service_account (id) ON DELETE CASCADE,
    slot         BIGINT NOT NULL,
    salt         TEXT   NOT NULL,
    hash         TEXT   NOT NULL,
    masked       TEXT   NOT NULL,
    created_at   BIGINT NOT NULL,
    expires_at   BIGINT NOT NULL,
    last_used_at BIGINT,
    UNIQUE (account_id, slot)
);

-- The holder is an API key or a service account, the scope an organization or a project.
CREATE TABLE role_grant (
    holder_id TEXT NOT NULL,
    scope_id  TEXT NOT NULL,
    role      TEXT NOT NULL,
    PRIMARY KEY (holder_id, scope_id, role)
);

CREATE INDEX role_grant_in_scope ON role_grant (scope_id, holder_id);

CREATE TABLE api_access_entry (
    holder_id         TEXT   NOT NULL,
    cidr_block        TEXT   NOT NULL,
    created_at        BIGINT NOT NULL,
    request_count     BIGINT NOT NULL,
    last_used_at      BIGINT,
    last_used_address TEXT,
    PRIMARY KEY (holder_id, cidr_block)
);

-- The tokens that are good: revoking one deletes it.
CREATE TABLE access_token (
    id         TEXT PRIMARY KEY,
    account_id TEXT   NOT NULL REFERENCES service_account (id) ON DELETE CASCADE,
    expires_at BIGINT NOT NULL
);

CREATE INDEX access_token_of_account ON access_token (account_id);

CREATE INDEX access_token_expiring ON access_token (expires_at);

CREATE TABLE signing_key (
    name       TEXT PRIMARY KEY,
    sealed     TEXT   NOT NULL,
    created_at BIGINT NOT NULL
);

-- Which counts of which nonce were used, where several nodes must know.
CREATE TABLE digest_use (
    nonce      TEXT   NOT NULL,
    count      BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (nonce, count)
);

CREATE INDEX digest_use_expiring ON digest_use (expires_at);
