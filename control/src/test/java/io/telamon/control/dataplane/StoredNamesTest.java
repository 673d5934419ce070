package io.telamon.control.dataplane;

import static io.telamon.control.TestControlPlane.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.ControlSettings;
import io.telamon.control.TestControlPlane;
import io.telamon.control.rehearsal.Pace;
import io.telamon.control.store.Store;
import io.telamon.control.store.TestStores;
import io.telamon.gateway.spi.directory.ServiceNames.Service;
import io.telamon.gateway.spi.directory.ServiceNames.Target;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredNamesTest {

    @TempDir
    private Path folder;

    private Store store;
    private TestControlPlane plane;

    @BeforeEach
    void start() {
        store = TestStores.open(folder);
        plane = TestControlPlane.start(
                store, new ControlSettings("test", Pace.INSTANT, Optional.of("serverless"), false, true));
    }

    @AfterEach
    void stop() {
        plane.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "one-shard-00-02"})
    void findsAClusterByItsOwnNameAndByThoseOfItsMembers(String name) {
        create("/flexClusters", name, "");
        update("UPDATE cluster SET port = 5000, second_port = 5001, third_port = 5002");

        Service service = find("host_label").orElseThrow();

        assertThat(service.targets()).extracting(Target::port).containsExactly(5000, 5001, 5002);
        for (int member = 0; member < 3; member++) {
            assertThat(find("shard_label || '-shard-00-0" + member + "'")).hasValue(service);
        }
        assertThat(find("shard_label || '-shard-00-03'")).isEmpty();
        assertThat(find("host_label || '-lb'")).isEmpty();
    }

    @Test
    void findsAPrivateEndpointByItsNumber() {
        create("/serverless", "one", "'providerName':'SERVERLESS',");
        String endpoints = "/groups/" + PROJECT + "/privateEndpoint/serverless/instance/one/endpoint";
        plane.owner().post(endpoints, "{'comment':'first'}");
        plane.owner().post(endpoints, "{'comment':'second'}");
        update("UPDATE endpoint SET state = 'AVAILABLE', port = 6000 + ordinal");

        assertThat(find("host_label || '-lb'").orElseThrow().targets())
                .extracting(Target::port)
                .containsExactly(6000);
        assertThat(find("host_label || '-lb-1'").orElseThrow().targets())
                .extracting(Target::port)
                .containsExactly(6001);
        assertThat(find("host_label || '-lb-0'")).isEmpty();
        assertThat(find("host_label || '-lb-2'")).isEmpty();
    }

    @Test
    void answersOnlyTheAddressThatPortsAreOpenedOn() {
        InetAddress one = InetAddress.ofLiteral("192.0.2.1");
        InetAddress other = InetAddress.ofLiteral("192.0.2.2");
        InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
        List<InetAddress> all = List.of(loopback, one, other);

        assertThat(AdvertisedAddresses.reachable(all, other)).containsExactly(other);
        assertThat(AdvertisedAddresses.reachable(all, loopback)).containsExactly(loopback);
        assertThat(AdvertisedAddresses.reachable(all, InetAddress.ofLiteral("0.0.0.0")))
                .containsExactly(one, other);
        assertThat(AdvertisedAddresses.reachable(all, InetAddress.ofLiteral("10.0.0.1")))
                .containsExactly(one, other);
        assertThat(AdvertisedAddresses.reachable(List.of(loopback), InetAddress.ofLiteral("::")))
                .containsExactly(loopback);
    }

    private void create(String api, String name, String provider) {
        plane.owner()
                .post(
                        "/groups/" + PROJECT + api,
                        "{'name':'" + name + "','providerSettings':{'backingProviderName':'AWS'," + provider
                                + "'regionName':'US_EAST_1'}}");
    }

    private void update(String statement) {
        store.write(transaction -> transaction.handle().execute(statement));
    }

    /** What the only cluster's domain has for a label. */
    private Optional<Service> find(String label) {
        String host = store.read(
                handle -> handle.createQuery("SELECT " + label + " || '.' || host_hash || '.db.test' FROM cluster")
                        .mapTo(String.class)
                        .one());
        Address address = new Address(
                InetAddress.getLoopbackAddress(),
                "127.0.0.1",
                PortRange.ANY,
                Optional.empty(),
                Optional.empty(),
                "db.test",
                true);
        return new StoredNames(store, address).byName(host);
    }
}
