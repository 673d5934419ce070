package io.telamon.engine.remote;

import io.telamon.gateway.spi.Budget;
import io.telamon.gateway.spi.Bytes;
import java.io.IOException;
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

    private final ServerSocket server;
    private final BsonDocument greeting;
    private final Script script;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    FakeDeployment(String greeting, Script script) throws IOException {
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.greeting = BsonDocument.parse(greeting);
        this.script = script;
        threads.execute(this::accept);
    }

    DeploymentAddress address(String options) {
        return DeploymentAddress.of("mongodb://127.0.0.1:" + server.getLocalPort() + "/" + options);
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
                    byte[] reply = Wire.message(1, Wire.requestId(frame), 0, answer.get(), new byte[0]);
                    socket.getOutputStream().write(reply);
                }
            }
        } catch (IOException left) {
            // the other side is done, or the script is
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
