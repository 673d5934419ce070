package io.telamon.engine.remote;

import io.telamon.gateway.spi.engine.Bytes;
import io.telamon.gateway.spi.engine.EngineSession;
import io.telamon.gateway.spi.engine.EngineUnavailableException;
import io.telamon.gateway.spi.engine.Message;
import io.telamon.gateway.spi.engine.Replies;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One client's way to a deployment. It holds a connection only while a message is under way. */
final class RemoteSession implements EngineSession {

    private final DeploymentSupplier reached;
    private final Names names;
    private final ReplyMemory memory;
    private volatile @Nullable DeploymentConnection busy;
    private volatile boolean closed;

    RemoteSession(DeploymentSupplier reached, Names names, ReplyMemory memory) {
        this.reached = reached;
        this.memory = memory;
        this.names = names;
    }

    @Override
    public void run(Message message, Replies replies) throws EngineUnavailableException, IOException {
        try {
            exchange(message, names.request(MetWriteConcern.of(message)), replies);
        } catch (RefusedException e) {
            e.sendTo(message, replies);
        }
    }

    private void exchange(Message message, Names.Request request, Replies replies)
            throws EngineUnavailableException, IOException, RefusedException {
        Deployment deployment = reached.now();
        DeploymentConnection connection = deployment.take();
        busy = connection;
        try {
            if (closed) {
                throw new IOException("the session is closed");
            }
            Duration timeout = deployment.longestAnswer();
            connection.use(memory.of(deployment));
            connection.send(request, message.acknowledged() && message.exhaustAllowed(), timeout);
            Bytes first = connection.receive(timeout);
            Wire.putResponseTo(first, message.requestId());
            handOver(first, message, request, replies);
            while (connection.awaitsReply()) {
                handOver(connection.receive(timeout), message, request, replies);
            }
        } catch (BrokenConnectionException e) {
            throw explained(e, deployment, connection);
        } finally {
            release(deployment, connection);
        }
    }

    /** Sends the client a reply. One that it does not wait for is dropped: the deployment is asked for a reply to every message. */
    private static void handOver(Bytes reply, Message message, Names.Request request, Replies replies)
            throws IOException {
        if (message.acknowledged()) {
            replies.message(shown(reply, request));
        }
    }

    private static Bytes shown(Bytes reply, Names.Request request) throws BrokenConnectionException {
        try {
            return request.reply(reply);
        } catch (RuntimeException e) {
            throw BrokenConnectionException.whileReceiving(new IOException("a reply that cannot be read", e));
        }
    }

    /** Together with {@link #close}, so that this closes no connection that serves somebody else by then. */
    private synchronized void release(Deployment deployment, DeploymentConnection connection) {
        busy = null;
        if (closed) {
            connection.close();
        }
        deployment.giveBack(connection);
    }

    /** What broke a connection: this side, the length of an operation, or the deployment. */
    private EngineUnavailableException explained(
            BrokenConnectionException broken, Deployment deployment, DeploymentConnection connection)
            throws IOException, RefusedException, EngineUnavailableException {
        if (closed) {
            throw new IOException("the session is closed", broken);
        }
        if (connection.wasLate()) {
            throw RefusedException.tooLong();
        }
        connection.close();
        deployment.closeIdle();
        String message = deployment + " " + broken.getMessage();
        return broken.wasSent() && !deployment.knowsRetries()
                ? EngineUnavailableException.lost(message, broken)
                : new EngineUnavailableException(message, broken);
    }

    @Override
    public synchronized void close() {
        closed = true;
        DeploymentConnection connection = busy;
        if (connection != null) {
            connection.close();
        }
    }
}
