package io.telamon.control.cluster;

import io.telamon.gateway.model.HostAddress;

/**
 * Where a member of a cluster is.
 *
 * @param name the host name of its process, which the operations of monitoring tell
 * @param advertised the host and port that connection strings name
 */
public record MemberAddress(String name, HostAddress advertised) {}
