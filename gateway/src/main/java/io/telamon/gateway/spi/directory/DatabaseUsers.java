package io.telamon.gateway.spi.directory;

import io.telamon.gateway.model.ProjectId;
import java.util.Optional;

/**
 * The database users and custom roles of a project. Implemented by the control plane; asked when a client authenticates and again
 * after a {@link io.telamon.gateway.api.Change.UsersChanged}.
 */
public interface DatabaseUsers {

    /**
     * The user of that name who authenticates against that database, or nothing if there is none or its time has passed.
     *
     * @param database the authentication database, mostly {@code admin}
     */
    Optional<DatabaseUser> find(ProjectId project, String database, String name);

    /** The project's custom role of that name. */
    Optional<CustomRole> role(ProjectId project, String name);
}
