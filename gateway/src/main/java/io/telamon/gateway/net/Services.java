package io.telamon.gateway.net;

import io.telamon.gateway.cluster.Clusters;
import io.telamon.gateway.command.Dispatcher;
import io.telamon.gateway.session.Authentication;
import io.telamon.gateway.session.Greeting;
import io.telamon.gateway.spi.AccessList;
import io.telamon.gateway.spi.Budget;
import io.telamon.gateway.spi.Engine;

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
 * @param budget memory for large frames
 * @param deadlines how long peers may take
 * @param maxConnections how many connections may be open over all clusters
 */
public record Services(
        Clusters clusters,
        AccessList accessList,
        Dispatcher dispatcher,
        Greeting greeting,
        Authentication authentication,
        Engine engine,
        Watch watch,
        Budget budget,
        Deadlines deadlines,
        int maxConnections) {}
