package io.telamon.gateway.session;

import io.telamon.gateway.api.MeterReading;
import io.telamon.gateway.api.OperationKind;
import io.telamon.gateway.credential.ScramMechanism;
import io.telamon.gateway.error.Errors;
import io.telamon.gateway.spi.directory.TierFeature;
import io.telamon.gateway.spi.engine.Engine;
import io.telamon.gateway.spi.engine.EngineInfo;
import io.telamon.gateway.spi.engine.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;

/** Answers questions about the server: {@code buildInfo}, {@code serverStatus}, {@code getParameter}. */
public final class ServerFacts {

    private static final int AUTH_SCHEMA = 5;

    private final Engine engine;
    private final InstantSource clock;
    private final Instant started;

    /** Facts about that engine, up since now. */
    public ServerFacts(Engine engine, InstantSource clock) {
        this.engine = engine;
        this.clock = clock;
        this.started = clock.instant();
    }

    /** Answers {@code buildInfo} with what the engine says of itself. */
    public BsonDocument buildInfo(Message message, ClientSession session) {
        EngineInfo info = engine.info(session.cluster().tenant().id());
        BsonArray version = new BsonArray(Stream.concat(
                        Arrays.stream(info.version().split("[.-]")), Stream.of("0", "0", "0", "0"))
                .limit(4)
                .map(part -> new BsonInt32(part.chars().allMatch(Character::isDigit) ? Integer.parseInt(part) : 0))
                .toList());
        BsonDocument answer = new BsonDocument("version", new BsonString(info.version()))
                .append("versionArray", version)
                .append("gitVersion", new BsonString(info.name()))
                .append("modules", new BsonArray())
                .append("bits", new BsonInt32(64))
                .append("debug", org.bson.BsonBoolean.FALSE)
                .append("maxBsonObjectSize", new BsonInt32(16 * 1024 * 1024));
        answer.putAll(info.buildInfo());
        return Fields.ok(answer);
    }

    /**
     * Answers {@code atlasVersion}, by which clients know the proxy of shared tiers: a day and a second, those of this process's start.
     *
     * @throws io.telamon.gateway.error.CommandException 59 where there is no such proxy
     */
    public BsonDocument atlasVersion(Message message, ClientSession session) {
        if (!session.cluster().tenant().offers(TierFeature.TIER_PROXY)) {
            throw Errors.commandNotFound(message.command());
        }
        String version = DateTimeFormatter.BASIC_ISO_DATE.format(
                        started.atOffset(ZoneOffset.UTC).toLocalDate())
                + ".0.0."
                + started.getEpochSecond();
        String engineName = engine.info(session.cluster().tenant().id()).name();
        return Fields.ok(new BsonDocument("atlasVersion", new BsonString(version))
                .append("gitVersion", new BsonString(engineName)));
    }

    /** Answers {@code getParameter} for the two parameters that the tiers let see. */
    public BsonDocument getParameter(Message message, ClientSession session) {
        BsonDocument command = message.body();
        BsonDocument answer = new BsonDocument();
        if (Fields.isTrue(command, "authSchemaVersion")) {
            answer.append("authSchemaVersion", new BsonInt32(AUTH_SCHEMA));
        }
        if (Fields.isTrue(command, "authenticationMechanisms")) {
            answer.append("authenticationMechanisms", mechanisms());
        }
        if (answer.isEmpty()) {
            throw Errors.parameterNotTold();
        }
        return Fields.ok(answer);
    }

    private static BsonArray mechanisms() {
        return new BsonArray(Arrays.stream(ScramMechanism.values())
                .map(mechanism -> new BsonString(mechanism.mechanismName()))
                .toList());
    }

    /** Answers {@code serverStatus} with the sections that the tiers let see. */
    public BsonDocument serverStatus(Message message, ClientSession session) {
        Duration up = Duration.between(started, clock.instant());
        MeterReading reading = session.cluster().reading();
        return Fields.ok(new BsonDocument(
                        "host", new BsonString(session.members().me().toString()))
                .append(
                        "version",
                        new BsonString(
                                engine.info(session.cluster().tenant().id()).version()))
                .append("process", new BsonString("mongod"))
                .append("uptime", new BsonInt64(up.toSeconds()))
                .append("uptimeMillis", new BsonInt64(up.toMillis()))
                .append("localTime", new BsonDateTime(clock.millis()))
                .append("connections", connections(reading))
                .append("network", network(reading))
                .append("opcounters", operations(reading)));
    }

    private static BsonDocument connections(MeterReading reading) {
        return new BsonDocument("current", new BsonInt64(reading.connections()))
                .append("totalCreated", new BsonInt64(reading.connectionsOpened()))
                .append("rejected", new BsonInt64(reading.connectionsRefused()));
    }

    private static BsonDocument network(MeterReading reading) {
        return new BsonDocument("bytesIn", new BsonInt64(reading.bytesIn()))
                .append("bytesOut", new BsonInt64(reading.bytesOut()));
    }

    private static BsonDocument operations(MeterReading reading) {
        BsonDocument counts = new BsonDocument();
        for (OperationKind kind : OperationKind.values()) {
            Long count = Objects.requireNonNull(reading.operations().get(kind));
            counts.append(kind.name().toLowerCase(Locale.ROOT), new BsonInt64(count));
        }
        return counts;
    }
}
