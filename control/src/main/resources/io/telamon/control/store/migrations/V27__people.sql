-- Those who log in to no API. One account in any number of organizations; without a first name while only invited.
CREATE TABLE person (
    id            TEXT PRIMARY KEY,
    username      TEXT   NOT NULL,
    first_name    TEXT,
    last_name     TEXT,
    country       TEXT,
    mobile_number TEXT,
    created_at    BIGINT NOT NULL,
    last_auth     BIGINT
);

CREATE UNIQUE INDEX person_username ON person (lower(username));

-- A member without an invitation is active. The roles, also those of the invited, are in role_grant.
CREATE TABLE organization_member (
    organization_id  TEXT NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
    person_id        TEXT NOT NULL REFERENCES person (id),
    invitation_id    TEXT UNIQUE,
    inviter_username TEXT,
    invited_at       BIGINT,
    expires_at       BIGINT,
    PRIMARY KEY (organization_id, person_id)
);

CREATE INDEX organization_member_of_person ON organization_member (person_id);

-- The column usernames of team is empty from here on: members are rows.
CREATE TABLE team_member (
    team_id   TEXT NOT NULL REFERENCES team (id) ON DELETE CASCADE,
    person_id TEXT NOT NULL REFERENCES person (id),
    PRIMARY KEY (team_id, person_id)
);

CREATE INDEX team_member_of_person ON team_member (person_id);
