package io.telamon.gateway.net;

import io.telamon.gateway.cluster.Meter;
import io.telamon.gateway.command.Dispatcher;
import io.telamon.gateway.error.CommandException;
import io.telamon.gateway.error.Errors;
import io.telamon.gateway.memory.MemoryLease;
import io.telamon.gateway.session.ClientSession;
import io.telamon.gateway.session.Greeting;
import io.telamon.gateway.spi.directory.TierFeature;
import io.telamon.gateway.spi.engine.Engine;
import io.telamon.gateway.spi.engine.EngineSession;
import io.telamon.gateway.spi.engine.EngineUnavailableException;
import io.telamon.gateway.spi.engine.Message;
import io.telamon.gateway.wire.Compression;
import io.telamon.gateway.wire.Decompression;
import io.telamon.gateway.wire.DocumentScan;
import io.telamon.gateway.wire.Frame;
import io.telamon.gateway.wire.FrameReader;
import io.telamon.gateway.wire.MalformedFrameException;
import io.telamon.gateway.wire.OpCode;
import io.telamon.gateway.wire.OpMsg;
import io.telamon.gateway.wire.OpQuery;
import io.telamon.gateway.wire.ReplyWriter;
import io.telamon.gateway.wire.Transport;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is said on one connection: frames come in, each is answered before the next is read.
 *
 * <h2>Threads</h2>
 *
 * Run by the connection's own thread; any other may {@link #close} it.
 */
final class Conversation implements AutoCloseable {

    private static final int MAX_ANONYMOUS_FRAME = 16 * 1024;
    /** Commands that carry credentials (MongoDB specification "Wire Compression"). */
    private static final Set<String> NEVER_COMPRESSED = Set.of(
            "saslStart",
            "saslContinue",
            "getnonce",
            "authenticate",
            "createUser",
            "updateUser",
            "copydbSaslStart",
            "copydbgetnonce",
            "copydb");

    private static final Set<String> GREETINGS = Set.of("hello", "isMaster", "ismaster");

    private final ClientSession session;
    private final Dispatcher dispatcher;
    private final Greeting greeting;
    private final Engine engine;
    private final PeerTimeout timeout;
    private final Runnable authenticated;
    private final MemoryLease memory;
    private final FrameReader reader;
    private final ReplyWriter replies;
    private final Decompression decompression;
    private volatile @Nullable EngineSession engineSession;

    /** A conversation that has not begun; it tells once that the client has authenticated. */
    Conversation(
            ConnectionContext services,
            Transport transport,
            PeerTimeout timeout,
            ClientSession session,
            Runnable authenticated) {
        this.session = session;
        this.dispatcher = services.dispatcher();
        this.greeting = services.greeting();
        this.engine = services.engine();
        this.timeout = timeout;
        this.authenticated = authenticated;
        this.memory = session.cluster().memory().lease();
        this.reader = new FrameReader(transport, timeout, memory, MAX_ANONYMOUS_FRAME);
        this.replies = new ReplyWriter(transport, memory);
        this.decompression = new Decompression(memory);
    }

    /** Goes on until the client leaves. */
    void run() throws IOException {
        try (memory) {
            talk();
        }
    }

    private void talk() throws IOException {
        Meter meter = session.cluster().meter();
        long counted = 0;
        boolean trusted = false;
        Frame frame = reader.next();
        while (frame != null) {
            int received = frame.bytes().length();
            if (!trusted) {
                timeout.rest();
            }
            answer(frame, null);
            long written = replies.written();
            meter.transferred(received, written - counted);
            counted = written;
            if (!trusted && session.principal().isPresent()) {
                trusted = true;
                trust();
            }
            timeout.rest();
            frame = reader.next();
        }
    }

    private void trust() {
        timeout.trust();
        reader.allow(Frame.MAX_LENGTH);
        authenticated.run();
    }

    private void answer(Frame frame, @Nullable Compression compression) throws IOException {
        switch (frame.opCode()) {
            case OpCode.MSG -> command(frame, compression);
            case OpCode.COMPRESSED -> unpack(frame, compression);
            case OpCode.QUERY -> legacy(frame);
            default -> throw new MalformedFrameException("operation " + frame.opCode());
        }
    }

    private void unpack(Frame frame, @Nullable Compression outer) throws IOException {
        if (outer != null || !session.cluster().tenant().offers(TierFeature.COMPRESSION)) {
            throw new MalformedFrameException("compression that was not agreed on");
        }
        Compression compression = Decompression.compression(frame);
        int most = session.principal().isPresent() ? Frame.MAX_LENGTH : MAX_ANONYMOUS_FRAME;
        try (decompression) {
            Frame unpacked = decompression.unpack(frame, compression, most);
            reader.release();
            answer(unpacked, compression);
        }
    }

    private void command(Frame frame, @Nullable Compression compression) throws IOException {
        boolean checksum = OpMsg.hasChecksum(frame);
        Message message = OpMsg.parse(frame);
        boolean refused = compression != null && NEVER_COMPRESSED.contains(message.command());
        replies.answer(message.requestId(), refused ? null : compression, checksum);
        if (!refused) {
            dispatcher.dispatch(message, session, this::engineSession, replies);
        } else if (message.acknowledged()) {
            replies.document(Errors.compressed(message.command())
                    .document(session.cluster().tenant()));
        }
    }

    private void legacy(Frame frame) throws IOException {
        Message message = OpQuery.parse(frame);
        replies.answer(message.requestId(), null, false);
        DocumentScan.of(message);
        try {
            if (!GREETINGS.contains(message.command())) {
                throw Errors.oldQuery(message.command());
            }
            replies.legacy(greeting.answer(message, session));
        } catch (CommandException e) {
            replies.legacy(e.document(session.cluster().tenant()));
        }
    }

    private EngineSession engineSession() throws EngineUnavailableException {
        EngineSession open = engineSession;
        if (open == null || session.operation().hasEnded(open)) {
            open = engine.open(session.cluster().tenant().id(), session.client());
            engineSession = open;
        }
        return open;
    }

    /** Ends the session with the engine, and any wait for memory. */
    @Override
    public void close() {
        memory.cancel();
        EngineSession open = engineSession;
        if (open != null) {
            open.close();
        }
    }
}
