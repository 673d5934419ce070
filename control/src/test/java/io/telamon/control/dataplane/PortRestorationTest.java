package io.telamon.control.dataplane;

import static io.telamon.control.TestControlPlane.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.ControlSettings;
import io.telamon.control.TestControlPlane;
import io.telamon.control.cluster.MemberPorts;
import io.telamon.control.rehearsal.Pace;
import io.telamon.control.store.Store;
import io.telamon.control.store.TestStores;
import io.telamon.gateway.api.ListenerSpec;
import io.telamon.gateway.api.Listeners;
import java.net.BindException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortRestorationTest {

    @TempDir
    private Path folder;

    private final Taken listeners = new Taken();
    private Store store;
    private TestControlPlane plane;

    @BeforeEach
    void start() {
        store = TestStores.open(folder);
        plane = TestControlPlane.start(store, new ControlSettings("test", Pace.INSTANT, Optional.empty(), false, true));
        for (String name : List.of("one", "two")) {
            plane.owner()
                    .post(
                            "/groups/" + PROJECT + "/flexClusters",
                            "{'name':'" + name
                                    + "','providerSettings':{'backingProviderName':'AWS','regionName':'US_EAST_1'}}");
        }
    }

    @AfterEach
    void stop() {
        plane.close();
    }

    private void restore() {
        PortRange range = new PortRange(5000, 5001);
        Address address = new Address(
                InetAddress.getLoopbackAddress(),
                "127.0.0.1",
                range,
                Optional.empty(),
                Optional.empty(),
                "db.test",
                false);
        new PortRestoration(store, new ListenerRegistry(listeners, address), range).run(true);
    }

    /** The port of the first is taken for good, the other one of the range until the second cluster asks. */
    @Test
    void givesAPortToAClusterWithoutOneAlthoughAnotherHasNoneThatOpens() {
        update("UPDATE cluster SET port = 5000 WHERE name = 'one'");
        listeners.refusals.putAll(Map.of(5000, Integer.MAX_VALUE, 5001, 2));

        restore();

        assertThat(ports("one").all()).containsExactly(5000);
        assertThat(ports("two").all()).containsExactly(5001);
    }

    @Test
    void opensThePrimaryOfAClusterWhoseSecondariesHaveNoPort() {
        update("UPDATE cluster SET port = 5000, second_port = 5001, third_port = 5002 WHERE name = 'one'");
        listeners.refusals.putAll(Map.of(5001, Integer.MAX_VALUE, 5002, Integer.MAX_VALUE));

        restore();

        assertThat(ports("one").all()).containsExactly(5000, 5001, 5002);
        assertThat(listeners.open).containsValue(5000).hasSize(1);
    }

    private void update(String statement) {
        store.write(transaction -> transaction.handle().execute(statement));
    }

    private MemberPorts ports(String name) {
        return store.read(
                handle -> handle.createQuery("SELECT port, second_port, third_port FROM cluster WHERE name = :name")
                        .bind("name", name)
                        .mapTo(MemberPorts.class)
                        .one());
    }

    /** Listeners some of whose ports another process has, for so many attempts. */
    private static final class Taken implements Listeners {

        private final Map<Integer, Integer> refusals = new HashMap<>();
        private final Map<String, Integer> open = new HashMap<>();

        @Override
        public int open(ListenerSpec listener) throws BindException {
            int port = listener.bind().getPort();
            int left = refusals.getOrDefault(port, 0);
            if (left > 0) {
                refusals.put(port, left - 1);
                throw new BindException("taken");
            }
            open.put(listener.name(), port);
            return port;
        }

        @Override
        public void close(String name) {
            open.remove(name);
        }

        @Override
        public Optional<Integer> port(String name) {
            return Optional.ofNullable(open.get(name));
        }
    }
}
