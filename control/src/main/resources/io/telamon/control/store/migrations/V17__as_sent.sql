ALTER TABLE database_user ADD COLUMN authentication TEXT NOT NULL
    DEFAULT '{"awsIAMType":"NONE","ldapAuthType":"NONE","oidcAuthType":"NONE","x509Type":"NONE"}';

-- Entries are found by the range that they mean, and shown as they were sent.
ALTER TABLE access_list_entry RENAME COLUMN cidr_block TO address_range;
ALTER TABLE access_list_entry ADD COLUMN cidr_block TEXT NOT NULL DEFAULT '';
UPDATE access_list_entry SET cidr_block = address_range;

ALTER TABLE api_access_entry RENAME COLUMN cidr_block TO address_range;
ALTER TABLE api_access_entry ADD COLUMN cidr_block TEXT NOT NULL DEFAULT '';
UPDATE api_access_entry SET cidr_block = address_range;

-- Two clusters of a project do not begin with the same label.
CREATE INDEX cluster_of_label ON cluster (project_id, host_label);
