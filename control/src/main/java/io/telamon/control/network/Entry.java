package io.telamon.control.network;

import io.telamon.gateway.model.ProjectId;
import java.time.Instant;
import java.util.Optional;

/**
 * An entry of a project's access list.
 *
 * @param addressRange the addresses: the range in CIDR notation without host bits, by which the entry is found
 * @param cidrBlock the same as the client wrote it
 * @param deleteAfter from when on it counts no more
 */
record Entry(
        ProjectId projectId,
        String addressRange,
        String cidrBlock,
        Optional<String> comment,
        Optional<Instant> deleteAfter) {}
