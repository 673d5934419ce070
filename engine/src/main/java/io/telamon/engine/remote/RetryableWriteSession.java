package io.telamon.engine.remote;

import io.telamon.gateway.spi.engine.Bytes;
import io.telamon.gateway.spi.engine.EngineSession;
import io.telamon.gateway.spi.engine.EngineUnavailableException;
import io.telamon.gateway.spi.engine.Message;
import io.telamon.gateway.spi.engine.Replies;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/**
 * Runs a write that a driver sends again only once, where the deployment would run it again: replica sets and sharded clusters keep to
 * that themselves, a single server, and FerretDB, do not.
 */
final class RetryableWriteSession implements EngineSession {

    private final EngineSession session;
    private final DeploymentSupplier reached;
    private final RetryableWrites writes;

    RetryableWriteSession(EngineSession session, DeploymentSupplier reached, RetryableWrites writes) {
        this.session = session;
        this.reached = reached;
        this.writes = writes;
    }

    @Override
    public void run(Message message, Replies replies) throws EngineUnavailableException, IOException {
        if (!WriteId.mayHave(message) || reached.now().knowsRetries()) {
            session.run(message, replies);
            return;
        }
        try {
            requireNoTransaction(message);
            Optional<WriteId> id = WriteId.of(message);
            if (id.isPresent()) {
                runOnce(id.get(), message, replies);
            } else {
                session.run(message, replies);
            }
        } catch (RefusedException e) {
            e.sendTo(message, replies);
        }
    }

    /** Transactions need what retried writes need, and their writes would be run as if they were none. */
    private static void requireNoTransaction(Message message) throws RefusedException {
        if (message.body().containsKey("autocommit")) {
            throw RefusedException.notSupported("the deployment does not support transactions");
        }
    }

    private void runOnce(WriteId id, Message message, Replies replies)
            throws EngineUnavailableException, IOException, RefusedException {
        RetryableWrites.Begun begun = writes.begin(id);
        if (!begun.first()) {
            replies.message(answerTo(message, begun));
            return;
        }
        Recording recording = new Recording(replies);
        try {
            session.run(WriteId.without(message), recording);
        } catch (EngineUnavailableException e) {
            writes.failed(id, begun, e, e.mayHaveRun());
            throw e;
        } finally {
            settle(id, begun, recording);
        }
    }

    /** An error of the whole command says that nothing was done, so that it may be tried again. */
    private void settle(WriteId id, RetryableWrites.Begun begun, Recording recording) {
        if (begun.answer().isDone()) {
            return;
        }
        byte[] answer = recording.answer;
        if (answer.length > 0 && Deployment.isOk(Wire.body(new Bytes(answer, 0, answer.length)))) {
            writes.answered(id, begun, answer);
        } else {
            writes.failed(id, begun, new IOException("the write was not answered"), answer.length == 0);
        }
    }

    private static Bytes answerTo(Message message, RetryableWrites.Begun begun) throws EngineUnavailableException {
        try {
            byte[] kept = begun.answer().join().clone();
            Bytes answer = new Bytes(kept, 0, kept.length);
            Wire.putResponseTo(answer, message.requestId());
            return answer;
        } catch (CompletionException e) {
            throw EngineUnavailableException.lost("what became of a write is not known", e);
        }
    }

    /** Keeps the answer, also when the client does not get it any more. */
    private static final class Recording implements Replies {

        private final Replies client;
        private byte[] answer = {};

        Recording(Replies client) {
            this.client = client;
        }

        @Override
        public void message(Bytes frame) throws IOException {
            answer = frame.copy();
            client.message(frame);
        }

        @Override
        public void document(Bytes document) throws IOException {
            answer = Wire.message(0, 0, 0, Wire.decode(document), new byte[0]);
            client.document(document);
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
