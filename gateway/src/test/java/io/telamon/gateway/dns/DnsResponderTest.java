package io.telamon.gateway.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.gateway.spi.directory.ServiceNames.Service;
import io.telamon.gateway.spi.directory.ServiceNames.Target;
import io.telamon.gateway.thread.EssentialThreads;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

class DnsResponderTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private static final List<InetAddress> ADDRESSES =
            List.of(LOOPBACK, InetAddress.ofLiteral("192.0.2.7"), InetAddress.ofLiteral("2001:db8::7"));

    private DnsResponder responder;
    private SimpleResolver resolver;

    @BeforeEach
    void start() throws Exception {
        Service service = new Service(
                List.of(new Target("cluster0.abc.test", 27018), new Target("cluster0-1.abc.test", 27019)),
                ADDRESSES,
                "authSource=admin&replicaSet=rs0");
        Zone zone = new Zone(name -> name.equals("cluster0.abc.test") ? Optional.of(service) : Optional.empty());
        responder = new DnsResponder(new InetSocketAddress(LOOPBACK, 0), zone, new EssentialThreads());
        resolver = new SimpleResolver(new InetSocketAddress(LOOPBACK, responder.port()));
        resolver.setTimeout(Duration.ofSeconds(5));
    }

    @AfterEach
    void stop() {
        responder.close();
    }

    private Message ask(String name, int type) throws Exception {
        return resolver.send(Message.newQuery(Record.newRecord(Name.fromString(name), type, DClass.IN)));
    }

    @Test
    void tellsWhereTheServiceIs() throws Exception {
        assertThat(ask("_mongodb._tcp.Cluster0.abc.test.", Type.SRV).getSection(Section.ANSWER))
                .extracting(answer -> ((SRVRecord) answer).getTarget() + ":" + ((SRVRecord) answer).getPort())
                .containsExactly("cluster0.abc.test.:27018", "cluster0-1.abc.test.:27019");
    }

    @Test
    void tellsOptionsAndAddress() throws Exception {
        Record text =
                ask("cluster0.abc.test.", Type.TXT).getSection(Section.ANSWER).getFirst();
        Record address =
                ask("cluster0.abc.test.", Type.A).getSection(Section.ANSWER).getFirst();

        assertThat(text)
                .isInstanceOfSatisfying(
                        TXTRecord.class,
                        txt -> assertThat(txt.getStrings()).containsExactly("authSource=admin&replicaSet=rs0"));
        assertThat(address)
                .isInstanceOfSatisfying(
                        ARecord.class,
                        a -> assertThat(a.getAddress().getAddress()).isEqualTo(LOOPBACK.getAddress()));
    }

    @Test
    void tellsAllAddressesOfTheFamilyThatIsAskedFor() throws Exception {
        assertThat(ask("cluster0.abc.test.", Type.A).getSection(Section.ANSWER))
                .extracting(Record::rdataToString)
                .containsExactly("127.0.0.1", "192.0.2.7");
        assertThat(ask("cluster0.abc.test.", Type.AAAA).getSection(Section.ANSWER))
                .extracting(Record::rdataToString)
                .containsExactly("2001:db8:0:0:0:0:0:7");
    }

    @Test
    void hasNothingOfOtherTypes() throws Exception {
        Message answer = ask("cluster0.abc.test.", Type.MX);

        assertThat(answer.getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(answer.getSection(Section.ANSWER)).isEmpty();
    }

    @Test
    void doesNotKnowOtherNames() throws Exception {
        assertThat(ask("example.org.", Type.A).getRcode()).isEqualTo(Rcode.NXDOMAIN);
    }
}
