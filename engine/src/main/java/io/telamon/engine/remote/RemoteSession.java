package io.telamon.engine.remote;

import io.telamon.gateway.spi.Bytes;
import io.telamon.gateway.spi.EngineSession;
import io.telamon.gateway.spi.EngineUnavailableException;
import io.telamon.gateway.spi.Message;
import io.telamon.gateway.spi.Replies;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One client's way to a deployment. It holds a connection only while a message is under way. */
final class RemoteSession implements EngineSession {

    private final Reached reached;
    private final Names names;
    private volatile @Nullable DeploymentConnection busy;
    private volatile boolean closed;

    RemoteSession(Reached reached, Names names) {
        this.reached = reached;
        this.names = names;
    }

    @Override
    public void run(Message message, Replies replies) throws EngineUnavailableException, IOException {
        try {
            exchange(message, names.request(message), replies);
        } catch (RefusedException e) {
            e.sendTo(message, replies);
        }
    }

    private void exchange(Message message, Names.Request request, Replies replies)
            throws EngineUnavailableException, IOException, RefusedException {
        Deployment deployment = reached.now();
        DeploymentConnection connection = deployment.take();
        busy = connection;
        boolean sound = false;
        try {
            if (closed) {
                throw new IOException("the session is closed");
            }
            connection.send(request, deployment.longestAnswer());
            boolean more = message.acknowledged();
            while (more) {
                Bytes reply = connection.receive(deployment.longestAnswer());
                more = (Wire.flags(reply) & Message.MORE_TO_COME) != 0;
                sound = !more;
                replies.message(request.reply(reply));
            }
            sound = true;
        } catch (BrokenConnectionException e) {
            throw explained(e, deployment, connection);
        } finally {
            release(deployment, connection, sound);
        }
    }

    /** Together with {@link #close}, so that this closes no connection that serves somebody else by then. */
    private synchronized void release(Deployment deployment, DeploymentConnection connection, boolean sound) {
        busy = null;
        if (sound && !closed) {
            deployment.giveBack(connection);
        } else {
            deployment.giveUp(connection);
        }
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
