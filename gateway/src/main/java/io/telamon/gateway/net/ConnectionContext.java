package io.telamon.gateway.net;

import io.telamon.gateway.cluster.ServedClusters;
import io.telamon.gateway.command.Dispatcher;
import io.telamon.gateway.session.Authentication;
import io.telamon.gateway.session.Greeting;
import io.telamon.gateway.spi.directory.AccessList;
import io.telamon.gateway.spi.engine.Engine;
import io.telamon.gateway.thread.EssentialThreads;

/**
 * What all connections share.
 *
 * @param clusters the clusters there are
 * @param accessList who may connect
 * @param dispatcher answers commands
 * @param greeting answers greetings
 * @param authentication looks users up again
 * @param engine where documents live
 * @param watch ends slow connections
 * @param deadlines how long peers may take
 * @param connections how many connections may be open over all clusters
 * @param threads runs what accepts connections
 */
public record ConnectionContext(
        ServedClusters clusters,
        AccessList accessList,
        Dispatcher dispatcher,
        Greeting greeting,
        Authentication authentication,
        Engine engine,
        ConnectionReaper watch,
        ConnectionTimeouts deadlines,
        ConnectionLimit connections,
        EssentialThreads threads) {}
