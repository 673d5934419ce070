package io.telamon.gateway.net;

import io.telamon.gateway.cluster.ServedCluster;
import io.telamon.gateway.model.HostAddress;
import java.net.Socket;

/**
 * A connection that has found its cluster.
 *
 * @param cluster the cluster
 * @param advertised the address under which it was reached
 * @param socket what to read from and write to
 */
record RoutedConnection(ServedCluster cluster, HostAddress advertised, Socket socket) {}
