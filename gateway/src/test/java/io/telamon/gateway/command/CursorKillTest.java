package io.telamon.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.spi.engine.Bytes;
import io.telamon.gateway.spi.engine.Replies;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonInt64;
import org.junit.jupiter.api.Test;

class CursorKillTest {

    private static final ClusterId CLUSTER = new ClusterId("cluster");
    private static final Bytes REPLY = new Bytes(new byte[5], 0, 5);

    private final OpenCursors cursors = new OpenCursors();
    private final List<Boolean> openWhenTold = new ArrayList<>();

    @Test
    void forgetsCursorsBeforeTheClientHasTheReply() throws IOException {
        CursorKill kill = new CursorKill(List.of(new BsonInt64(7)), List.of());
        Replies replies = kill.replies(client(), CLUSTER, cursors);

        cursors.opened(CLUSTER, 7, "owner", List.of());
        replies.document(REPLY);
        cursors.opened(CLUSTER, 7, "owner", List.of());
        replies.message(REPLY);

        assertThat(openWhenTold).containsExactly(false, false);
    }

    private Replies client() {
        return new Replies() {
            @Override
            public void message(Bytes frame) {
                openWhenTold.add(cursors.isOpen(CLUSTER, 7, "owner", true));
            }

            @Override
            public void document(Bytes document) {
                openWhenTold.add(cursors.isOpen(CLUSTER, 7, "owner", true));
            }
        };
    }
}
