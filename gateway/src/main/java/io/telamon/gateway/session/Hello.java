package io.telamon.gateway.session;

import io.telamon.gateway.cluster.ServedCluster;
import io.telamon.gateway.credential.ScramMechanism;
import io.telamon.gateway.model.HostAddress;
import io.telamon.gateway.model.Membership;
import io.telamon.gateway.spi.directory.TierFeature;
import io.telamon.gateway.spi.engine.Engine;
import io.telamon.gateway.spi.engine.Message;
import io.telamon.gateway.wire.Compression;
import io.telamon.gateway.wire.Frame;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.BsonTimestamp;
import org.bson.BsonValue;
import org.bson.types.ObjectId;

/** The greeting, in its new and old names: the gateway presents itself as a member of a replica set, the first of which is the primary. */
public final class Hello implements LocalCommand {

    /** How long a session lives that nobody uses. */
    static final int SESSION_MINUTES = 30;

    private static final int MAX_DOCUMENT = 16 * 1024 * 1024;
    private static final int MAX_BATCH = 100_000;
    /** The term of the only election that there was. */
    private static final BsonInt64 TERM = new BsonInt64(1);

    private static final BsonObjectId ELECTION = new BsonObjectId(new ObjectId("7fffffff0000000000000001"));

    private static final List<BsonString> COMPRESSORS = Arrays.stream(Compression.values())
            .map(compression -> new BsonString(compression.compressorName()))
            .toList();

    private final Engine engine;
    private final Authentication authentication;
    private final InstantSource clock;

    /** Tells wire versions of that engine; begins speculative authentication there. */
    public Hello(Engine engine, Authentication authentication, InstantSource clock) {
        this.engine = engine;
        this.authentication = authentication;
        this.clock = clock;
    }

    @Override
    public BsonDocument answer(Message message, ClientSession session) {
        BsonDocument hello = message.body();
        BsonDocument answer = new BsonDocument();
        if (Fields.isTrue(hello, "helloOk")) {
            answer.append("helloOk", BsonBoolean.TRUE);
        }
        identify(answer, message.command(), session);
        lastWrite(answer);
        limits(answer, session);
        negotiate(answer, hello, session.cluster());
        mechanisms(answer, hello);
        Fields.document(hello, "client").ifPresent(session::introduce);
        Fields.document(hello, "speculativeAuthenticate")
                .flatMap(start -> authentication.speculate(start, session))
                .ifPresent(begun -> answer.append("speculativeAuthenticate", begun));
        return Fields.ok(answer);
    }

    private static void identify(BsonDocument answer, String command, ClientSession session) {
        Membership members = session.members();
        List<BsonString> hosts = members.hosts().stream().map(Hello::text).toList();
        BsonBoolean primary = BsonBoolean.valueOf(members.isPrimary());
        answer.append(command.equals("hello") ? "isWritablePrimary" : "ismaster", primary)
                .append("topologyVersion", session.cluster().topology().version())
                .append("hosts", new BsonArray(hosts))
                .append("setName", new BsonString(session.cluster().tenant().replicaSet()))
                .append("setVersion", new BsonInt32(1))
                .append("secondary", BsonBoolean.valueOf(!members.isPrimary()))
                .append("primary", text(members.primary()))
                .append("me", text(members.me()));
        if (members.isPrimary()) {
            answer.append("electionId", ELECTION);
        }
    }

    /**
     * What drivers compute the staleness of a secondary from (specification "Max Staleness"). Every member is the same cluster, so that none
     * is behind: all have written now.
     */
    private void lastWrite(BsonDocument answer) {
        BsonDateTime now = new BsonDateTime(clock.millis());
        BsonTimestamp time = new BsonTimestamp((int) Math.floorDiv(clock.millis(), 1000L), 1);
        BsonDocument opTime = new BsonDocument("ts", time).append("t", TERM);
        answer.append(
                "lastWrite",
                new BsonDocument("opTime", opTime)
                        .append("lastWriteDate", now)
                        .append("majorityOpTime", opTime)
                        .append("majorityWriteDate", now));
    }

    private static BsonString text(HostAddress host) {
        return new BsonString(host.toString());
    }

    private void limits(BsonDocument answer, ClientSession session) {
        int wireVersion = engine.info(session.cluster().tenant().id()).maxWireVersion();
        answer.append("maxBsonObjectSize", new BsonInt32(MAX_DOCUMENT))
                .append("maxMessageSizeBytes", new BsonInt32(Frame.MAX_LENGTH))
                .append("maxWriteBatchSize", new BsonInt32(MAX_BATCH))
                .append("localTime", new BsonDateTime(clock.millis()))
                .append("logicalSessionTimeoutMinutes", new BsonInt32(SESSION_MINUTES))
                .append("connectionId", new BsonInt64(session.client().connectionId()))
                .append("minWireVersion", new BsonInt32(0))
                .append("maxWireVersion", new BsonInt32(wireVersion))
                .append("readOnly", BsonBoolean.FALSE);
    }

    private static void negotiate(BsonDocument answer, BsonDocument hello, ServedCluster cluster) {
        if (hello.get("compression") instanceof BsonArray wanted
                && cluster.tenant().offers(TierFeature.COMPRESSION)) {
            List<BsonValue> common =
                    wanted.stream().filter(COMPRESSORS::contains).distinct().toList();
            if (!common.isEmpty()) {
                answer.append("compression", new BsonArray(common));
            }
        }
    }

    /** Tells the same mechanisms whoever is asked about: nobody learns here who exists. */
    private static void mechanisms(BsonDocument answer, BsonDocument hello) {
        if (hello.containsKey("saslSupportedMechs")) {
            answer.append(
                    "saslSupportedMechs",
                    new BsonArray(Arrays.stream(ScramMechanism.values())
                            .map(mechanism -> new BsonString(mechanism.mechanismName()))
                            .toList()));
        }
    }
}
