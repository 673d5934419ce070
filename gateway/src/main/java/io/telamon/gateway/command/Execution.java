package io.telamon.gateway.command;

import io.telamon.gateway.cluster.ActiveOperation;
import io.telamon.gateway.error.Errors;
import io.telamon.gateway.memory.MemoryLease;
import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.spi.engine.EngineSession;
import io.telamon.gateway.spi.engine.EngineUnavailableException;
import io.telamon.gateway.spi.engine.Message;
import io.telamon.gateway.spi.engine.Replies;
import java.io.IOException;
import java.util.Optional;

/** Has the engine run what has passed the rules, where others can see it and kill it. */
final class Execution {

    private final OpenCursors cursors;

    Execution(OpenCursors cursors) {
        this.cursors = cursors;
    }

    /** Runs a request; false if that did not take the engine. */
    boolean run(Request request, Backend backend, Replies client) throws IOException, EngineUnavailableException {
        if (request.spec().name().equals("killCursors")) {
            return killCursors(request, backend, client);
        }
        DiskUse.switchOff(request);
        NamespaceReservation names = NamespaceReservation.of(request);
        try (names) {
            Optional<UnsatisfiedWriteConcern> unsatisfied = UnsatisfiedWriteConcern.of(request);
            if (unsatisfied.isPresent()) {
                run(request, unsatisfied.get(), backend, client);
            } else {
                run(request, ListFilter.message(request), backend, ListFilter.replies(request, client));
            }
        }
        return true;
    }

    private void run(Request request, UnsatisfiedWriteConcern concern, Backend backend, Replies client)
            throws IOException, EngineUnavailableException {
        try (MemoryLease memory = request.session().cluster().memory().lease()) {
            UnsatisfiedWriteConcern.charge(request.message(), memory);
            run(request, concern.message(request.message()), backend, concern.replies(client));
        }
    }

    private boolean killCursors(Request request, Backend backend, Replies client)
            throws IOException, EngineUnavailableException {
        CursorKill kill = CursorKill.of(request, cursors);
        if (kill.known().isEmpty() && request.message().acknowledged()) {
            kill.answer(client);
        }
        if (kill.known().isEmpty()) {
            return false;
        }
        ClusterId cluster = request.tenant().id();
        run(request, kill.message(request.message()), backend, kill.replies(client, cluster, cursors));
        kill.forget(cluster, cursors); // of a message to which there is no reply
        return true;
    }

    private void run(Request request, Message message, Backend backend, Replies client)
            throws IOException, EngineUnavailableException {
        EngineSession engine = backend.session();
        ActiveOperation operation = request.session().operation();
        operation.begin(message, request.principal(), engine);
        try {
            engine.run(message, new CursorTracker(client, cursors, request));
        } catch (EngineUnavailableException | IOException e) {
            if (operation.isKilled()) {
                throw Errors.interrupted();
            }
            throw e;
        } finally {
            operation.end();
        }
    }
}
