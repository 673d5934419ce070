package io.telamon.gateway.net;

import io.telamon.gateway.cluster.ServedCluster;
import io.telamon.gateway.model.Membership;
import java.net.Socket;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A connection that has found its cluster.
 *
 * @param cluster the cluster
 * @param members the replica set that it is told of, and the member that was reached, as they are when asked; nothing if that one is no member
 * @param socket what to read from and write to
 */
record RoutedConnection(ServedCluster cluster, Supplier<Optional<Membership>> members, Socket socket) {}
