package io.telamon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.gateway.spi.directory.RoleGrant;
import java.io.IOException;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which cursors the engine is told to end. */
class CursorTest {

    private World world;
    private RawClient reader;
    private RawClient admin;

    @BeforeEach
    void start() throws IOException {
        world = new World();
        world.user("reader", new RoleGrant("read", "shop"));
        reader = new RawClient(world.port).login("reader");
        admin = new RawClient(world.port).login("admin");
        reader.command("shop", "{find: 'orders', batchSize: 1}");
    }

    @AfterEach
    void stop() throws IOException {
        reader.close();
        admin.close();
        world.close();
    }

    private static final String KILL = "{killCursors: 'orders', cursors: [{$numberLong: '4711'}, {$numberLong: '99'}]}";

    @Test
    void tellsTheEngineOfCursorsThatItKnows() throws IOException {
        BsonDocument reply = reader.command("shop", KILL);

        assertThat(world.engine.last.getArray("cursors")).containsExactly(new BsonInt64(4711));
        assertThat(reply.getArray("cursorsKilled")).containsExactly(new BsonInt64(4711));
        assertThat(reply.getArray("cursorsNotFound")).containsExactly(new BsonInt64(99));
        assertThat(reply).doesNotContainKey("errmsg");
    }

    @Test
    void tellsTheEngineOfNoCursorThatNobodyOpenedEvenForThoseWhoMayKillAny() throws IOException {
        BsonDocument reply =
                admin.command("shop", "{killCursors: 'orders', cursors: [{$numberLong: '99'}, {$numberLong: '0'}]}");

        assertThat(world.engine.commands).doesNotContain("killCursors");
        assertThat(reply)
                .isEqualTo(BsonDocument.parse("{cursorsKilled: [], cursorsNotFound: [{$numberLong: '99'}, "
                        + "{$numberLong: '0'}], cursorsAlive: [], cursorsUnknown: [], ok: 1.0}"));
    }

    @Test
    void endsTheCursorsOfOthersForThoseWhoMay() throws IOException {
        assertThat(admin.command("shop", KILL).getArray("cursorsKilled")).containsExactly(new BsonInt64(4711));
        assertThat(reader.command("shop", "{getMore: {$numberLong: '4711'}, collection: 'orders'}")
                        .getInt32("code")
                        .getValue())
                .isEqualTo(43);
    }

    @Test
    void keepsCursorsThatTheEngineCouldNotBeToldOf() throws IOException {
        world.engine.down = true;
        reader.command("shop", KILL);
        world.engine.down = false;

        assertThat(reader.command("shop", KILL).getArray("cursorsKilled")).containsExactly(new BsonInt64(4711));
    }
}
