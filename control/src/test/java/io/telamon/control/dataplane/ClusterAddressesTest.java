package io.telamon.control.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.cluster.ConnectionStrings;
import io.telamon.control.cluster.Hosts;
import io.telamon.control.cluster.MemberPorts;
import io.telamon.control.cluster.PrivateEndpointPort;
import java.net.InetAddress;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

/** The connection strings of a cluster, by the settings of the server. */
class ClusterAddressesTest {

    private static final String OPTIONS = "&authSource=admin&replicaSet=rs";

    @Test
    void namesThreePortsAndThePrimaryAloneWhereNoServiceNameResolves() {
        assertThat(addresses(false, false).of(hosts(5000, 5001, 5002)))
                .contains(new ConnectionStrings(
                        "mongodb://127.0.0.1:5000,127.0.0.1:5001,127.0.0.1:5002/?ssl=false" + OPTIONS,
                        "mongodb://127.0.0.1:5000/?ssl=false" + OPTIONS));
    }

    @Test
    void namesTheServiceWhereItResolves() {
        assertThat(addresses(true, false).of(hosts(5000, 5001, 5002)))
                .map(ConnectionStrings::standardSrv)
                .contains("mongodb+srv://one.hash.db.test/?tls=false");
    }

    @Test
    void namesTheOnePortOfAClusterThatWasMadeBeforeThereWereThree() {
        assertThat(addresses(false, false).of(hosts(5000)))
                .contains(new ConnectionStrings(
                        "mongodb://127.0.0.1:5000/?ssl=false" + OPTIONS,
                        "mongodb://127.0.0.1:5000/?ssl=false" + OPTIONS));
    }

    @Test
    void namesThreeHostsOnASharedPort() {
        assertThat(addresses(true, true).of(hosts()))
                .contains(new ConnectionStrings(
                        "mongodb://ac-x-shard-00-00.hash.db.test:443,ac-x-shard-00-01.hash.db.test:443,"
                                + "ac-x-shard-00-02.hash.db.test:443/?ssl=true" + OPTIONS,
                        "mongodb+srv://one.hash.db.test"));
        assertThat(addresses(false, true).of(hosts()))
                .map(ConnectionStrings::standardSrv)
                .contains("mongodb://ac-x-shard-00-00.hash.db.test:443/?ssl=true" + OPTIONS);
    }

    @Test
    void namesNothingWithoutAnAddress() {
        assertThat(addresses(true, false).of(hosts())).isEmpty();
    }

    @Test
    void namesThePortOfAPrivateEndpoint() {
        PrivateEndpointPort endpoint = new PrivateEndpointPort(0, OptionalInt.of(6000));

        assertThat(addresses(false, false).of(hosts(5000), endpoint))
                .contains("mongodb://127.0.0.1:6000/?ssl=false" + OPTIONS);
        assertThat(addresses(true, false).of(hosts(5000), endpoint))
                .contains("mongodb+srv://one-lb.hash.db.test/?tls=false");
    }

    private static Hosts hosts(Integer... ports) {
        return new Hosts("one", "hash", "ac-x", "rs", MemberPorts.of(List.of(ports)));
    }

    private static ClusterAddresses addresses(boolean resolves, boolean shared) {
        return new ClusterAddresses(new Address(
                InetAddress.getLoopbackAddress(),
                "127.0.0.1",
                PortRange.ANY,
                Optional.empty(),
                shared ? Optional.of(new Address.Shared(443, tls())) : Optional.empty(),
                "db.test",
                resolves));
    }

    private static SSLContext tls() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
