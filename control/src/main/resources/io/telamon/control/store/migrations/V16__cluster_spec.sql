ALTER TABLE cluster ADD COLUMN spec TEXT NOT NULL DEFAULT '{}';

UPDATE cluster SET spec = '{"autoIndexing":' || CASE WHEN auto_indexing THEN 'true' ELSE 'false' END
    || ',"continuousBackup":' || CASE WHEN continuous_backup THEN 'true' ELSE 'false' END
    || ',"tags":' || tags
    || ',"terminationProtection":' || CASE WHEN termination_protection THEN 'true' ELSE 'false' END || '}';

ALTER TABLE cluster DROP COLUMN auto_indexing;
ALTER TABLE cluster DROP COLUMN continuous_backup;
ALTER TABLE cluster DROP COLUMN tags;
ALTER TABLE cluster DROP COLUMN termination_protection;
