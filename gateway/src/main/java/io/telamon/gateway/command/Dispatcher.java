package io.telamon.gateway.command;

import io.telamon.gateway.access.Principal;
import io.telamon.gateway.cluster.Meter;
import io.telamon.gateway.error.CommandException;
import io.telamon.gateway.error.Errors;
import io.telamon.gateway.session.ClientSession;
import io.telamon.gateway.session.Greeting;
import io.telamon.gateway.spi.directory.Action;
import io.telamon.gateway.spi.directory.Availability;
import io.telamon.gateway.spi.directory.Tenant;
import io.telamon.gateway.spi.engine.EngineUnavailableException;
import io.telamon.gateway.spi.engine.FailureReason;
import io.telamon.gateway.spi.engine.Message;
import io.telamon.gateway.spi.engine.Namespace;
import io.telamon.gateway.wire.DocumentScan;
import io.telamon.gateway.wire.FieldNames;
import io.telamon.gateway.wire.MalformedFrameException;
import io.telamon.gateway.wire.ReplyWriter;
import java.io.IOException;
import java.util.List;
import org.bson.BsonDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a command from its arrival to its reply: known, authenticated, allowed, within limits, run, counted. */
public final class Dispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final Greeting greeting;
    private final CommandTable commands;
    private final OpenCursors cursors = new OpenCursors();
    private final CursorCommands cursorCommands = new CursorCommands(cursors);
    private final Execution execution = new Execution(cursors);

    /** What a command must satisfy, in this order. */
    private final List<Rule> rules;

    /** Greets by the one, answers the others itself, has the engine run the rest. */
    public Dispatcher(Greeting greeting, LocalCommands local) {
        this.greeting = greeting;
        this.commands = new CommandTable(local.specs());
        this.rules = List.of(
                new MemberRule(),
                new NameRule(),
                new AggregationRule(),
                new AuthorizationRule(),
                new ValidationRule(),
                new RenameRule(),
                new ReservedNames(),
                new FilterRule(),
                new ContentRule(),
                new OptionRule(),
                new ReadConcernRule(),
                new WriteConcernRule(),
                new CollationRule(),
                new CapacityRule(),
                new RateRule());
    }

    /**
     * Answers a command, with an error if it must be.
     *
     * @throws IOException if the connection cannot go on
     */
    public void dispatch(Message message, ClientSession session, Backend backend, ReplyWriter client)
            throws IOException {
        try {
            run(message, session, backend, client);
        } catch (CommandException e) {
            refuse(message, e, session, client);
        } catch (EngineUnavailableException e) {
            if (e.isDown() && session.cluster().engineFailed()) {
                LOG.warn(
                        "cluster {} cannot reach its engine: {}",
                        session.cluster().tenant().id(),
                        FailureReason.of(e));
                LOG.debug("where that failed", e);
            }
            refuse(message, e.mayHaveRun() ? Errors.outcomeUnknown() : Errors.unavailable(), session, client);
        } catch (RuntimeException e) {
            LOG.error(
                    "cluster {}: command {} failed", session.cluster().tenant().id(), message.command(), e);
            refuse(message, Errors.internal(), session, client);
        }
    }

    private static void refuse(Message message, CommandException reason, ClientSession session, ReplyWriter client)
            throws IOException {
        if (client.hasAnswered()) {
            throw new IOException("an answer failed after it had begun", reason);
        }
        if (message.acknowledged()) {
            client.document(described(reason, session));
        }
    }

    private static BsonDocument described(CommandException reason, ClientSession session) {
        BsonDocument answer = reason.document(session.cluster().tenant());
        return reason.isNotPrimary()
                ? answer.append("topologyVersion", session.cluster().topology().version())
                : answer;
    }

    private void run(Message message, ClientSession session, Backend backend, ReplyWriter client)
            throws IOException, EngineUnavailableException {
        DatabaseField.check(message);
        CommandSpec spec = commands.find(message.command()).orElseThrow(() -> unknown(message, session));
        ApiVersion.check(message, spec);
        if (!FieldNames.differ(message.bodyBytes())) {
            throw Errors.duplicateField();
        }
        Sequences.check(message);
        DocumentScan scan = DocumentScan.of(message);
        switch (spec) {
            case CommandSpec.Greeting _ -> greeting.answer(message, session, client);
            case CommandSpec.Local local -> answer(local, message, session, client);
            case CommandSpec.Forwarded forwarded -> forward(forwarded, message, scan, session, backend, client);
        }
    }

    private static CommandException unknown(Message message, ClientSession session) {
        String command = message.command();
        if (!TierCommands.refuse(command)) {
            return Errors.commandNotFound(command);
        }
        return session.principal().isPresent()
                ? Errors.commandNotAllowed(command, message.database())
                : Errors.authenticationRequired(command);
    }

    private static void answer(CommandSpec.Local spec, Message message, ClientSession session, ReplyWriter client)
            throws IOException {
        if (!spec.anonymous()) {
            Principal principal = authenticated(message, session);
            Action needed = spec.needs().orElse(null);
            if (needed != null && !principal.privileges().allowOnCluster(needed)) {
                throw Refusal.of(message, needed, new Namespace(message.database(), ""));
            }
        }
        var document = spec.command().answer(message, session);
        if (message.acknowledged()) {
            client.document(document);
        }
    }

    private static Principal authenticated(Message message, ClientSession session) {
        return session.principal().orElseThrow(() -> Errors.authenticationRequired(message.command()));
    }

    private void forward(
            CommandSpec.Forwarded spec,
            Message message,
            DocumentScan scan,
            ClientSession session,
            Backend backend,
            ReplyWriter client)
            throws IOException, EngineUnavailableException {
        Principal principal = authenticated(message, session);
        Tenant tenant = session.cluster().tenant();
        if (tenant.availability() != Availability.SERVING) {
            throw Errors.unavailable();
        }
        Request request =
                new Request(message, spec, effects(spec, message, tenant, principal), scan, principal, session);
        for (Rule rule : rules) {
            rule.check(request);
        }
        boolean ran = execution.run(request, backend, client);
        if (message.acknowledged() && !client.hasAnswered()) {
            throw new IllegalStateException("the engine did not answer");
        }
        if (ran && session.cluster().engineRan()) {
            LOG.info("cluster {} reaches its engine again", tenant.id());
        }
        count(request, client);
        if (ran) {
            SlowOperations.notice(request, client.replyBytes());
        }
    }

    private CommandFootprint effects(CommandSpec.Forwarded spec, Message message, Tenant tenant, Principal principal)
            throws MalformedFrameException {
        return spec.name().equals("getMore")
                ? cursorCommands.getMore(message, tenant, principal.identity())
                : spec.analyzer().analyze(message);
    }

    private static void count(Request request, ReplyWriter client) {
        Meter meter = request.session().cluster().meter();
        meter.operation(request.spec().kind());
        meter.units(request.spec().write(), request.message().frame().length(), client.replyBytes());
        if (request.effects().removeNames()) {
            request.session().cluster().storage().forgetNames();
        }
    }
}
