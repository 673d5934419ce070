ALTER TABLE cluster ADD COLUMN spec TEXT NOT NULL DEFAULT '{}';

UPDATE cluster SET spec = '{"autoIndexing":' || CASE WHEN auto_indexing THEN 'true' ELSE 'false' END
    || ',"continuousBackup":' || CASE WHEN continuous_backup THEN 'true' ELSE 'false' END
    || ',"tags":' || tags
    || ',"terminationProtection":' || CASE WHEN termination_protection THEN 'true' ELSE 'false' END || '}';

ALTER TABLE cluster DROP COLUMN auto_indexing;
ALTER TABLE cluster DROP COLUMN continuous_backup;
ALTER TABLE cluster DROP COLUMN tags;
ALTER TABLE cluster DROP COLUMN termination_protection;

-- A cluster or private endpoint without a port of its own had 0.
ALTER TABLE cluster ADD COLUMN own_port INTEGER;
UPDATE cluster SET own_port = port WHERE port > 0;
ALTER TABLE cluster DROP COLUMN port;
ALTER TABLE cluster RENAME COLUMN own_port TO port;

ALTER TABLE endpoint ADD COLUMN own_port INTEGER;
UPDATE endpoint SET own_port = port WHERE port > 0;
ALTER TABLE endpoint DROP COLUMN port;
ALTER TABLE endpoint RENAME COLUMN own_port TO port;
