package io.telamon.control.database;

import io.telamon.gateway.model.ProjectId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A database user of a project.
 *
 * @param deleteAfter from when on it is let in no more
 */
record User(
        ProjectId projectId,
        String database,
        String name,
        UserFacts facts,
        List<Credential> credentials,
        Optional<Instant> deleteAfter) {}
