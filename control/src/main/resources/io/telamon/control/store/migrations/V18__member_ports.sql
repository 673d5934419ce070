-- The ports of the secondaries of a cluster that has three members. One that was made before has one member.
ALTER TABLE cluster ADD COLUMN second_port INTEGER;
ALTER TABLE cluster ADD COLUMN third_port INTEGER;
