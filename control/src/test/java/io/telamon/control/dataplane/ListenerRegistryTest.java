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
import java.util.function.Consumer;
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
    void tellsNobodyOfAPartOfTheMembersWhileTheirPortsOpen() {
        List<Integer> told = new ArrayList<>();
        listeners.onOpen =
                name -> told.add(listeners.members(name).map(Membership::size).orElse(0));

        registry(5008).placeMembers(new ClusterId("a"));

        assertThat(told).containsExactly(0, 0, 0);
        assertThat(listeners.reached("a").size()).isEqualTo(3);
    }

    @Test
    void tellsOfAllMembersFromTheFirstPortThatOpensAgain() {
        List<Membership> told = new ArrayList<>();
        listeners.onOpen = name -> told.add(listeners.reached(name));
        ListenerRegistry wide = registry(5008);
        ClusterId cluster = new ClusterId("a");

        wide.register(cluster, List.of(5004, 5002, 5003));
        for (int member = 0; member < 3; member++) {
            wide.restore(
                    Binding.ofMember(cluster, member), List.of(5004, 5002, 5003).get(member), true);
        }

        assertThat(told)
                .hasSize(3)
                .allSatisfy(each ->
                        assertThat(each.hosts()).extracting(HostAddress::port).containsExactly(5004, 5002, 5003));
        assertThat(told).extracting(Membership::self).containsExactly(0, 1, 2);
    }

    @Test
    void tellsOfTheOtherPortThatAMemberGets() {
        ListenerRegistry wide = registry(5008);
        ClusterId cluster = new ClusterId("a");
        listeners.ofOthers.add(5001);
        List.of(5000, 5001, 5002).forEach(wide::reserve);

        wide.register(cluster, List.of(5000, 5001, 5002));
        for (int member = 0; member < 3; member++) {
            wide.restore(Binding.ofMember(cluster, member), 5000 + member, true);
        }

        assertThat(listeners.reached("a").hosts()).extracting(HostAddress::port).containsExactly(5000, 5003, 5002);
        assertThat(listeners.reached("a-1").self()).isEqualTo(1);
    }

    @Test
    void closesThePrimaryLastAndLeavesNoMemberBehind() {
        ListenerRegistry wide = registry(5008);
        wide.placeMembers(new ClusterId("a"));

        wide.closeMembers(new ClusterId("a"));

        assertThat(listeners.closed).containsExactly("a-2", "a-1", "a");
        assertThat(listeners.members("a")).isEmpty();
        assertThat(listeners.members("a-1")).isEmpty();
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
        private final List<String> closed = new ArrayList<>();
        private Consumer<String> onOpen = _ -> {};

        @Override
        public int open(ListenerSpec listener) throws BindException {
            tried.add(listener.bind().getPort());
            if (ofOthers.contains(listener.bind().getPort())) {
                throw new BindException("taken");
            }
            ports.put(listener.name(), listener.bind().getPort());
            routes.put(listener.name(), listener.route());
            onOpen.accept(listener.name());
            return listener.bind().getPort();
        }

        Membership reached(String name) {
            return members(name).orElseThrow();
        }

        Optional<Membership> members(String name) {
            return ((Route.ToCluster) Objects.requireNonNull(routes.get(name)))
                    .members()
                    .reached(ports.getOrDefault(name, 0));
        }

        @Override
        public void close(String name) {
            closed.add(name);
            ports.remove(name);
        }

        @Override
        public Optional<Integer> port(String name) {
            return Optional.ofNullable(ports.get(name));
        }
    }
}
