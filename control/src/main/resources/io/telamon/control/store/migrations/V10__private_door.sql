-- Where drivers come in through a private endpoint: its number among those of its cluster, and its port.
ALTER TABLE endpoint ADD COLUMN ordinal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE endpoint ADD COLUMN port INTEGER NOT NULL DEFAULT 0;
UPDATE endpoint SET ordinal = (SELECT COUNT(*) FROM endpoint other
                               WHERE other.instance_id = endpoint.instance_id AND other.id < endpoint.id);
