package io.telamon.control.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.hosting.Doors.Door;
import io.telamon.gateway.spi.Admission;
import io.telamon.gateway.spi.ListenerSpec;
import io.telamon.gateway.spi.Listeners;
import java.net.BindException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DoorsTest {

    private final Open listeners = new Open();
    private final Doors doors = new Doors(
            listeners,
            new Address(
                    InetAddress.getLoopbackAddress(),
                    "127.0.0.1",
                    new PortRange(5000, 5001),
                    Optional.empty(),
                    Optional.empty(),
                    "db.test",
                    false));

    @Test
    void giveEachDoorAPortUntilThereIsNone() {
        assertThat(doors.place(Door.ofCluster("a"))).hasValue(5000);
        assertThat(doors.place(Door.ofEndpoint("e", "a"))).hasValue(5001);
        assertThat(doors.place(Door.ofCluster("b"))).isEmpty();

        doors.close("a");

        assertThat(doors.place(Door.ofCluster("b"))).hasValue(5000);
    }

    @Test
    void keepThePortThatADoorHas() {
        assertThat(doors.keep(Door.ofCluster("a"), 5000)).isTrue();

        assertThat(doors.place(Door.ofCluster("b"))).hasValue(5001);
    }

    @Test
    void closeThePrivateDoorsOfAClusterThatAreNotThereAnyMore() {
        doors.place(Door.ofCluster("a"));
        doors.place(Door.ofEndpoint("old", "a"));
        doors.keep(Door.ofEndpoint("kept", "a"), 6000);
        doors.keep(Door.ofEndpoint("other", "b"), 6001);

        doors.closeOthers("a", Admission.PRIVATE_ENDPOINT, Set.of("kept"));

        assertThat(listeners.ports.keySet()).containsExactlyInAnyOrder("a", "kept", "other");
    }

    @Test
    void tryPortsOfOtherProcessesOnlyWhenNoOtherIsLeft() {
        listeners.ofOthers.add(5000);
        assertThat(doors.place(Door.ofCluster("a"))).hasValue(5001);
        doors.close("a");
        listeners.tried.clear();

        assertThat(doors.place(Door.ofCluster("b"))).hasValue(5001);
        assertThat(listeners.tried).containsExactly(5001);
        assertThat(doors.place(Door.ofCluster("c"))).isEmpty();
        assertThat(listeners.tried).containsExactly(5001, 5000);

        listeners.ofOthers.clear();
        assertThat(doors.place(Door.ofCluster("c"))).hasValue(5000);
        doors.close("c");
        assertThat(doors.place(Door.ofCluster("d"))).hasValue(5000);
    }

    /** Listeners that are only noted. */
    private static final class Open implements Listeners {

        private final Map<String, Integer> ports = new HashMap<>();

        private final Set<Integer> ofOthers = new HashSet<>();
        private final List<Integer> tried = new ArrayList<>();

        @Override
        public int open(ListenerSpec listener) throws BindException {
            tried.add(listener.bind().getPort());
            if (ofOthers.contains(listener.bind().getPort())) {
                throw new BindException("taken");
            }
            ports.put(listener.name(), listener.bind().getPort());
            return listener.bind().getPort();
        }

        @Override
        public void close(String name) {
            ports.remove(name);
        }

        @Override
        public Optional<Integer> port(String name) {
            return Optional.ofNullable(ports.get(name));
        }
    }
}
