package io.telamon.control.network;

import io.telamon.gateway.model.ProjectId;
import java.time.Instant;
import java.util.Optional;

/**
 * An entry of a project's access list.
 *
 * @param cidrBlock the addresses, in CIDR notation
 * @param deleteAfter from when on it counts no more
 */
record Entry(ProjectId projectId, String cidrBlock, Optional<String> comment, Optional<Instant> deleteAfter) {}
