-- The secret that a token was made with; absent from tokens that were made before this was noted.
ALTER TABLE access_token ADD COLUMN secret_id TEXT;
