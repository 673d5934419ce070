-- A member is found by its host name.
CREATE INDEX cluster_by_member_host ON cluster (host_hash, shard_label);
