package io.telamon.gateway.net;

import io.telamon.gateway.cluster.ServedCluster;
import io.telamon.gateway.model.Membership;
import java.net.Socket;

/**
 * A connection that has found its cluster.
 *
 * @param cluster the cluster
 * @param members the replica set that it is told of, and the member that was reached
 * @param socket what to read from and write to
 */
record RoutedConnection(ServedCluster cluster, Membership members, Socket socket) {}
