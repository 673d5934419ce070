package io.telamon.gateway;

import io.telamon.gateway.access.RoleResolver;
import io.telamon.gateway.api.ActivitySource;
import io.telamon.gateway.api.Changes;
import io.telamon.gateway.api.Listeners;
import io.telamon.gateway.api.Metering;
import io.telamon.gateway.cluster.ServedClusters;
import io.telamon.gateway.command.Dispatcher;
import io.telamon.gateway.command.LocalCommands;
import io.telamon.gateway.memory.MemoryBudget;
import io.telamon.gateway.net.ConnectionContext;
import io.telamon.gateway.net.ConnectionLimit;
import io.telamon.gateway.net.ConnectionReaper;
import io.telamon.gateway.net.OpenListeners;
import io.telamon.gateway.scram.FailureDelay;
import io.telamon.gateway.scram.ScramServer;
import io.telamon.gateway.scram.UnknownUsers;
import io.telamon.gateway.session.Authentication;
import io.telamon.gateway.session.ConnectionFacts;
import io.telamon.gateway.session.Greeting;
import io.telamon.gateway.session.Hello;
import io.telamon.gateway.session.OperationCommands;
import io.telamon.gateway.session.ServerFacts;
import io.telamon.gateway.spi.directory.Directories;
import io.telamon.gateway.spi.engine.Engine;
import io.telamon.gateway.thread.EssentialThreads;
import io.telamon.gateway.wire.Frame;
import java.security.SecureRandom;
import java.time.InstantSource;

/** Stands before the engines and speaks the MongoDB wire protocol with drivers. Opens no port until told to. */
public final class Gateway implements AutoCloseable {

    /** What one connection may need at once: a frame and the quarter of it that its buffer grew from. */
    private static final long LARGEST_NEED = Frame.MAX_LENGTH * 5L / 4;

    private final ServedClusters clusters;
    private final ConnectionReaper watch;
    private final OpenListeners listeners;

    /**
     * Puts a gateway together.
     *
     * @param settings how it behaves
     * @param directories what there is, and who may connect
     * @param engine where documents live
     * @param clock the time that clients are told
     * @param threads lists the threads that it needs, which end with it
     */
    public Gateway(
            GatewaySettings settings,
            Directories directories,
            Engine engine,
            InstantSource clock,
            EssentialThreads threads) {
        watch = new ConnectionReaper(threads);
        clusters = new ServedClusters(
                directories.clusters(), directories.accessLists(), engine, MemoryBudget.ofHeap(LARGEST_NEED), clock);
        ScramServer scram =
                new ScramServer(directories.users(), new UnknownUsers(settings.secret()), new SecureRandom());
        Authentication authentication =
                new Authentication(scram, new RoleResolver(directories.users()), new FailureDelay(clock));
        Greeting greeting = new Greeting(new Hello(engine, authentication, clock));
        LocalCommands local = new LocalCommands(
                authentication, new ConnectionFacts(), new ServerFacts(engine, clock), new OperationCommands(clock));
        ConnectionContext services = new ConnectionContext(
                clusters,
                directories.accessLists(),
                new Dispatcher(greeting, local),
                greeting,
                authentication,
                engine,
                watch,
                settings.deadlines(),
                new ConnectionLimit(settings.maxConnections()),
                threads);
        listeners = new OpenListeners(services);
    }

    /** Where to open and close ports. */
    public Listeners listeners() {
        return listeners;
    }

    /** Where to tell of changes. */
    public Changes changes() {
        return clusters;
    }

    /** What was counted. */
    public Metering metering() {
        return clusters;
    }

    /** What has happened. */
    public ActivitySource activities() {
        return clusters;
    }

    /** Closes all ports and connections. */
    @Override
    public void close() {
        listeners.close();
        clusters.end();
        watch.close();
    }
}
