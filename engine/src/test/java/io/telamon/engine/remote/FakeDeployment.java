package io.telamon.engine.remote;

import io.telamon.gateway.spi.engine.Bytes;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bson.BsonDocument;

/** A member that answers what it is told to. */
final class FakeDeployment implements AutoCloseable {

    private static final Set<String> GREETINGS = Set.of("hello", "isMaster");

    /** What becomes of a command. */
    @FunctionalInterface
    interface Script {

        /** The answer; none for silence. An exception ends the connection. */
        Optional<BsonDocument> answer(BsonDocument command) throws IOException;
    }

    /** How an answer is sent. An exception ends the connection. */
    @FunctionalInterface
    interface Sender {

        /** Sends whatever it likes for that. */
        void send(Reply reply, OutputStream out) throws IOException, InterruptedException;
    }

    /**
     * A reply that would be right.
     *
     * @param request the number of the request
     * @param flags the flag bits of the request
     * @param command the request's body
     */
    record Reply(int request, int flags, BsonDocument command, BsonDocument body) {

        byte[] frame() {
            return frame(request);
        }

        /** The same to another request. */
        byte[] frame(int responseTo) {
            return Wire.message(1, responseTo, 0, body, new byte[0]);
        }
    }

    private final ServerSocket server;
    private final BsonDocument greeting;
    private final Script script;
    private final Sender sender;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    FakeDeployment(String greeting, Script script) throws IOException {
        this(greeting, script, (reply, out) -> out.write(reply.frame()));
    }

    /** Sends its answers in that manner; the greeting, unless it is empty, as it should. */
    FakeDeployment(String greeting, Script script, Sender sender) throws IOException {
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.greeting = BsonDocument.parse(greeting);
        this.script = script;
        this.sender = sender;
        threads.execute(this::accept);
    }

    DeploymentAddress address(String options) {
        return address("", options);
    }

    /** With {@code user:password@} before the host. */
    DeploymentAddress address(String login, String options) {
        return DeploymentAddress.of("mongodb://" + login + "127.0.0.1:" + server.getLocalPort() + "/" + options);
    }

    /** How many connections are open. */
    int connections() {
        return sockets.size();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                sockets.add(socket);
                threads.execute(() -> serve(socket));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            FrameBuffer in = new FrameBuffer(socket.getInputStream(), new Budget(0));
            while (true) {
                Bytes frame = in.next();
                BsonDocument command = Wire.body(frame);
                boolean greets = GREETINGS.contains(command.getFirstKey()) && !greeting.isEmpty();
                Optional<BsonDocument> answer = greets ? Optional.of(greeting) : script.answer(command);
                if (answer.isPresent()) {
                    Reply reply = new Reply(Wire.requestId(frame), Wire.flags(frame), command, answer.get());
                    if (greets) {
                        socket.getOutputStream().write(reply.frame());
                    } else {
                        sender.send(reply, socket.getOutputStream());
                    }
                }
            }
        } catch (IOException left) {
            // the other side is done, or the script is
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            sockets.remove(socket);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        threads.close();
    }
}
