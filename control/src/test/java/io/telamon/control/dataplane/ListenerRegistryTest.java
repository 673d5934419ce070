package io.telamon.control.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.dataplane.ListenerRegistry.Binding;
import io.telamon.control.model.EndpointId;
import io.telamon.gateway.api.Admission;
import io.telamon.gateway.api.ListenerSpec;
import io.telamon.gateway.api.Listeners;
import io.telamon.gateway.api.Route;
import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.model.HostAddress;
import io.telamon.gateway.model.Membership;
import java.net.BindException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ListenerRegistryTest {

    private final Open listeners = new Open();
    private final ListenerRegistry registry = registry(5001);

    private ListenerRegistry registry(int last) {
        return new ListenerRegistry(
                listeners,
                new Address(
                        InetAddress.getLoopbackAddress(),
                        "127.0.0.1",
                        new PortRange(5000, last),
                        Optional.empty(),
                        Optional.empty(),
                        "db.test",
                        false));
    }

    @Test
    void givesEachClusterThreePortsWhileMoreThanAThirdIsFree() {
        ListenerRegistry wide = registry(5008);

        assertThat(wide.placeMembers(new ClusterId("a"))).containsExactly(5000, 5001, 5002);
        assertThat(wide.placeMembers(new ClusterId("b"))).containsExactly(5003, 5004, 5005);
        assertThat(wide.placeMembers(new ClusterId("c"))).containsExactly(5006);
        assertThat(wide.placeMembers(new ClusterId("d"))).containsExactly(5007);

        wide.closeMembers(new ClusterId("a"));

        assertThat(listeners.ports.keySet()).containsExactlyInAnyOrder("b", "b-1", "b-2", "c", "d");
        assertThat(wide.placeMembers(new ClusterId("e"))).containsExactly(5000, 5001, 5002);
    }

    @Test
    void tellsClientsOfTheMembersAndWhichOfThemTheyHaveReached() {
        registry(5008).placeMembers(new ClusterId("a"));

        assertThat(listeners.reached("a-1"))
                .isEqualTo(new Membership(
                        List.of(
                                new HostAddress("127.0.0.1", 5000),
                                new HostAddress("127.0.0.1", 5001),
                                new HostAddress("127.0.0.1", 5002)),
                        1));
    }

    @Test
    void tellsClientsOfAPrivateEndpointOfThatAlone() {
        ListenerRegistry wide = registry(5008);
        wide.placeMembers(new ClusterId("a"));
        wide.place(Binding.ofEndpoint(new EndpointId("e"), new ClusterId("a")));

        assertThat(listeners.reached("e")).isEqualTo(Membership.alone(new HostAddress("127.0.0.1", 5003)));
    }

    @Test
    void goesBackToOnePortWhenThreeCannotBeHad() {
        for (int port = 5001; port <= 5008; port++) {
            listeners.ofOthers.add(port);
        }

        assertThat(registry(5008).placeMembers(new ClusterId("a"))).containsExactly(5000);
        assertThat(listeners.ports.keySet()).containsExactly("a");
    }

    @Test
    void givesEachClusterAPortUntilThereIsNone() {
        assertThat(registry.place(Binding.ofMember(new ClusterId("a"), 0))).hasValue(5000);
        assertThat(registry.place(Binding.ofEndpoint(new EndpointId("e"), new ClusterId("a"))))
                .hasValue(5001);
        assertThat(registry.place(Binding.ofMember(new ClusterId("b"), 0))).isEmpty();

        registry.close("a");

        assertThat(registry.place(Binding.ofMember(new ClusterId("b"), 0))).hasValue(5000);
    }

    @Test
    void keepsThePortThatAClusterHas() {
        assertThat(registry.keep(Binding.ofMember(new ClusterId("a"), 0), 5000)).isTrue();

        assertThat(registry.place(Binding.ofMember(new ClusterId("b"), 0))).hasValue(5001);
    }

    @Test
    void closesPrivatePortsOfAClusterThatAreNoLongerThere() {
        registry.place(Binding.ofMember(new ClusterId("a"), 0));
        registry.place(Binding.ofEndpoint(new EndpointId("old"), new ClusterId("a")));
        registry.keep(Binding.ofEndpoint(new EndpointId("kept"), new ClusterId("a")), 6000);
        registry.keep(Binding.ofEndpoint(new EndpointId("other"), new ClusterId("b")), 6001);

        registry.closeOthers(new ClusterId("a"), Admission.PRIVATE_ENDPOINT, Set.of("kept"));

        assertThat(listeners.ports.keySet()).containsExactlyInAnyOrder("a", "kept", "other");
    }

    @Test
    void tryPortsOfOtherProcessesOnlyWhenNoOtherIsLeft() {
        listeners.ofOthers.add(5000);
        assertThat(registry.place(Binding.ofMember(new ClusterId("a"), 0))).hasValue(5001);
        registry.close("a");
        listeners.tried.clear();

        assertThat(registry.place(Binding.ofMember(new ClusterId("b"), 0))).hasValue(5001);
        assertThat(listeners.tried).containsExactly(5001);
        assertThat(registry.place(Binding.ofMember(new ClusterId("c"), 0))).isEmpty();
        assertThat(listeners.tried).containsExactly(5001, 5000);

        listeners.ofOthers.clear();
        assertThat(registry.place(Binding.ofMember(new ClusterId("c"), 0))).hasValue(5000);
        registry.close("c");
        assertThat(registry.place(Binding.ofMember(new ClusterId("d"), 0))).hasValue(5000);
    }

    /** Listeners that are only noted. */
    private static final class Open implements Listeners {

        private final Map<String, Integer> ports = new HashMap<>();
        private final Map<String, Route> routes = new HashMap<>();

        private final Set<Integer> ofOthers = new HashSet<>();
        private final List<Integer> tried = new ArrayList<>();

        @Override
        public int open(ListenerSpec listener) throws BindException {
            tried.add(listener.bind().getPort());
            if (ofOthers.contains(listener.bind().getPort())) {
                throw new BindException("taken");
            }
            ports.put(listener.name(), listener.bind().getPort());
            routes.put(listener.name(), listener.route());
            return listener.bind().getPort();
        }

        Membership reached(String name) {
            return ((Route.ToCluster) Objects.requireNonNull(routes.get(name)))
                    .members()
                    .reached(Objects.requireNonNull(ports.get(name)));
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
