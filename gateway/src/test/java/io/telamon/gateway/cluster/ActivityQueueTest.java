package io.telamon.gateway.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.gateway.api.Activity;
import io.telamon.gateway.spi.engine.Client;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What waits to be written to a log. */
class ActivityQueueTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final ActivityQueue queue = new ActivityQueue(InstantSource.fixed(NOW));

    @Test
    void handsOverInOrderAndOnce() {
        accept(1);
        accept(2);

        List<Activity> drained = drain();

        assertThat(drained)
                .extracting(activity -> activity.origin().connection())
                .containsExactly(1L, 2L);
        assertThat(drained.getFirst().origin().at()).isEqualTo(NOW);
        assertThat(drained.getFirst().origin().member()).isEqualTo(2);
        assertThat(drain()).isEmpty();
    }

    @Test
    void leavesOutWhatIsTooMuchAndHasSpaceAgainOnceDrained() {
        for (int connection = 0; connection < ActivityQueue.CAPACITY + 10; connection++) {
            accept(connection);
        }

        assertThat(drain()).hasSize(ActivityQueue.CAPACITY);
        accept(7);
        assertThat(drain()).hasSize(1);
    }

    private void accept(long connection) {
        Client client = new Client(connection, new InetSocketAddress(InetAddress.getLoopbackAddress(), 1));
        queue.offer(client, 2, origin -> new Activity.ConnectionAccepted(origin, 1));
    }

    private List<Activity> drain() {
        List<Activity> drained = new ArrayList<>();
        queue.drain(drained::add);
        return drained;
    }
}
