package io.telamon.server;

import io.telamon.server.settings.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** A running server: everything that {@link Settings} describe, put together over one data folder. */
public final class TelamonServer implements AutoCloseable {

    private final ResourceStack opened;
    private final Facts facts;

    private TelamonServer(ResourceStack opened, Facts facts) {
        this.opened = opened;
        this.facts = facts;
    }

    /**
     * What there is to say about a server that has started.
     *
     * @param baseUrl where clients are told that it answers, with a trailing slash
     * @param port the one that it listens on
     * @param ownerEmail the person who owns the organization
     * @param credentialsFile where the first owner's credentials are, if they are known here
     * @param hasCredentials whether they are
     * @param found whether an earlier start had made the organization
     * @param caFile the certificate that clients need to trust, when it is a local one
     * @param engine what keeps the documents of clusters, in words
     * @param calendar what day it is for the API, and where that was set, in words
     * @param startedIn from the start of the process
     */
    public record Facts(
            String baseUrl,
            int port,
            String organizationId,
            String projectId,
            Optional<String> ownerEmail,
            Path credentialsFile,
            boolean hasCredentials,
            boolean found,
            Optional<Path> caFile,
            String database,
            String engine,
            String calendar,
            String pace,
            Duration startedIn) {}

    /**
     * Starts a server; when this returns, it answers.
     *
     * @throws io.telamon.server.data.StartException when something around it does not allow that; nothing is left open then
     */
    public static TelamonServer start(Settings settings, Clock clock) {
        ResourceStack opened = new ResourceStack();
        try {
            return new TelamonServer(opened, new Startup(settings, clock, opened).run());
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** What there is to say about it. */
    public Facts facts() {
        return facts;
    }

    /** Stops accepting, lets requests finish for up to four seconds, and closes everything. */
    @Override
    public void close() {
        opened.close();
    }
}
