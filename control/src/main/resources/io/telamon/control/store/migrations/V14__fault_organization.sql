-- The organization whose callers and clusters a fault hits; all of them where it is null.
ALTER TABLE fault ADD COLUMN organization_id TEXT;
