package io.telamon.control.network;

import io.telamon.control.access.IpRange;
import java.time.Instant;
import java.util.Optional;

/**
 * An entry of a project's access list.
 *
 * @param deleteAfter from when on it counts no more
 */
record Entry(String projectId, IpRange range, Optional<String> comment, Optional<Instant> deleteAfter) {

    /** What names it in the task that removes it. */
    String subject() {
        return projectId + " " + range.cidrBlock();
    }
}
