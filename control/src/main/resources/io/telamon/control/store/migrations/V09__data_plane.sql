ALTER TABLE cluster ADD COLUMN port INTEGER NOT NULL DEFAULT 0;

ALTER TABLE cluster ADD COLUMN limits TEXT NOT NULL DEFAULT '{}';

CREATE INDEX cluster_by_host ON cluster (host_label, host_hash);
