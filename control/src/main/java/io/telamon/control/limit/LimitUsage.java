package io.telamon.control.limit;

import io.telamon.gateway.model.ProjectId;
import org.jdbi.v3.core.Handle;

/** Who counts what one limit of projects bounds. */
@FunctionalInterface
public interface LimitUsage {

    /** How much of it the project has. */
    long count(Handle handle, ProjectId projectId);
}
