package io.telamon.control.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.dataplane.ListenerRegistry.Binding;
import io.telamon.control.model.EndpointId;
import io.telamon.gateway.api.Admission;
import io.telamon.gateway.api.ListenerSpec;
import io.telamon.gateway.api.Listeners;
import io.telamon.gateway.model.ClusterId;
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

class ListenerRegistryTest {

    private final Open listeners = new Open();
    private final ListenerRegistry registry = new ListenerRegistry(
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
    void givesEachClusterAPortUntilThereIsNone() {
        assertThat(registry.place(Binding.ofCluster(new ClusterId("a")))).hasValue(5000);
        assertThat(registry.place(Binding.ofEndpoint(new EndpointId("e"), new ClusterId("a"))))
                .hasValue(5001);
        assertThat(registry.place(Binding.ofCluster(new ClusterId("b")))).isEmpty();

        registry.close("a");

        assertThat(registry.place(Binding.ofCluster(new ClusterId("b")))).hasValue(5000);
    }

    @Test
    void keepsThePortThatAClusterHas() {
        assertThat(registry.keep(Binding.ofCluster(new ClusterId("a")), 5000)).isTrue();

        assertThat(registry.place(Binding.ofCluster(new ClusterId("b")))).hasValue(5001);
    }

    @Test
    void closesPrivatePortsOfAClusterThatAreNoLongerThere() {
        registry.place(Binding.ofCluster(new ClusterId("a")));
        registry.place(Binding.ofEndpoint(new EndpointId("old"), new ClusterId("a")));
        registry.keep(Binding.ofEndpoint(new EndpointId("kept"), new ClusterId("a")), 6000);
        registry.keep(Binding.ofEndpoint(new EndpointId("other"), new ClusterId("b")), 6001);

        registry.closeOthers(new ClusterId("a"), Admission.PRIVATE_ENDPOINT, Set.of("kept"));

        assertThat(listeners.ports.keySet()).containsExactlyInAnyOrder("a", "kept", "other");
    }

    @Test
    void tryPortsOfOtherProcessesOnlyWhenNoOtherIsLeft() {
        listeners.ofOthers.add(5000);
        assertThat(registry.place(Binding.ofCluster(new ClusterId("a")))).hasValue(5001);
        registry.close("a");
        listeners.tried.clear();

        assertThat(registry.place(Binding.ofCluster(new ClusterId("b")))).hasValue(5001);
        assertThat(listeners.tried).containsExactly(5001);
        assertThat(registry.place(Binding.ofCluster(new ClusterId("c")))).isEmpty();
        assertThat(listeners.tried).containsExactly(5001, 5000);

        listeners.ofOthers.clear();
        assertThat(registry.place(Binding.ofCluster(new ClusterId("c")))).hasValue(5000);
        registry.close("c");
        assertThat(registry.place(Binding.ofCluster(new ClusterId("d")))).hasValue(5000);
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
