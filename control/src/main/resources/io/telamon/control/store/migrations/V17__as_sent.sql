ALTER TABLE database_user ADD COLUMN authentication TEXT NOT NULL
    DEFAULT '{"awsIAMType":"NONE","ldapAuthType":"NONE","oidcAuthType":"NONE","x509Type":"NONE"}';
