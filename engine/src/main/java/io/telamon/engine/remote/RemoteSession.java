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
        Names.Request request;
        try {
            request = names.request(message);
        } catch (RefusedException e) {
            if (message.acknowledged()) {
                byte[] answer = Wire.encode(e.answer());
                replies.document(new Bytes(answer, 0, answer.length));
            }
            return;
        }
        exchange(message, request, replies);
    }

    private void exchange(Message message, Names.Request request, Replies replies)
            throws EngineUnavailableException, IOException {
        Deployment deployment = reached.now();
        DeploymentConnection connection = deployment.take();
        busy = connection;
        boolean clean = false;
        try {
            if (closed) {
                throw new EngineUnavailableException("the session is closed");
            }
            send(deployment, connection, request.frame());
            boolean more = message.acknowledged();
            while (more) {
                byte[] reply = receive(deployment, connection);
                more = (Wire.flags(reply) & Message.MORE_TO_COME) != 0;
                clean = !more;
                byte[] shown = request.reply(reply);
                replies.message(new Bytes(shown, 0, shown.length));
            }
            clean = true;
        } finally {
            busy = null;
            if (clean) {
                deployment.giveBack(connection);
            } else {
                deployment.giveUp(connection);
            }
        }
    }

    private static void send(Deployment deployment, DeploymentConnection connection, Bytes frame)
            throws EngineUnavailableException {
        try {
            connection.send(frame.array(), frame.offset(), frame.length());
        } catch (IOException e) {
            throw new EngineUnavailableException(deployment + " cannot be sent to: " + e.getMessage(), e);
        }
    }

    private static byte[] receive(Deployment deployment, DeploymentConnection connection)
            throws EngineUnavailableException {
        try {
            return connection.receive();
        } catch (IOException e) {
            throw new EngineUnavailableException(deployment + " does not answer: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        closed = true;
        DeploymentConnection connection = busy;
        if (connection != null) {
            connection.close();
        }
    }
}
