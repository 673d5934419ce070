package io.telamon.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.InputStream;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** A server that listens on all addresses and tells clients one of them. Drivers get the strings as they are, and no options. */
class AdvertisedHostTest {

    private static final String TOLD = "127.0.0.2";

    @TempDir
    private Path folder;

    @Test
    void isInStringsGreetingsCredentialsAndTheCertificate() throws Exception {
        try (ServerProcess server = start("--tls=auto", "--advertise=" + TOLD)) {
            assertThat(server.credential("MONGODB_ATLAS_BASE_URL")).matches("https://127\\.0\\.0\\.2:[1-9]\\d*/");
            ServerApi api = new ServerApi(server, tls());
            String standard = ServerApi.value(flex(api), "standard");

            assertThat(standard).matches("mongodb://(127\\.0\\.0\\.2:\\d+,?){3}/\\?ssl=true&.*");
            Document hello = hello(standard);
            List<String> members =
                    List.of(standard.replaceAll("mongodb://([^/]*)/.*", "$1").split(",", -1));
            assertThat(hello.getList("hosts", String.class)).isEqualTo(members);
            assertThat(hello.getString("me")).isEqualTo(members.getFirst());
            assertThat(hello.getString("primary")).startsWith(TOLD + ":");
        }
    }

    @Test
    void isWhatDnsAnswersLeadTo() throws Exception {
        int dns = freeDatagramPort();
        try (ServerProcess server = start("--advertise=" + TOLD, "--cluster-domain=db.test", "--dns-port=" + dns)) {
            String srv = ServerApi.value(flex(new ServerApi(server)), "standardSrv");
            String name = srv.replaceAll("mongodb\\+srv://([^/]*).*", "$1");
            SimpleResolver resolver = new SimpleResolver(new InetSocketAddress(InetAddress.getLoopbackAddress(), dns));
            assertThat(resolver.send(Message.newQuery(Record.newRecord(Name.fromString(name + "."), Type.A, DClass.IN)))
                            .getSection(Section.ANSWER))
                    .extracting(Record::rdataToString)
                    .containsExactly(TOLD);
        }
    }

    @Test
    void mayChangeWithEveryStartAndTheCertificateWithIt() throws Exception {
        String own = InetAddress.getLoopbackAddress().getHostAddress();
        try (ServerProcess server = start("--tls=auto")) {
            assertThat(ServerApi.value(flex(new ServerApi(server, tls())), "standard"))
                    .startsWith("mongodb://" + own + ":");
        }
        try (ServerProcess server = start("--tls=auto", "--advertise=" + TOLD, "--tls-names=box.test")) {
            String now = new ServerApi(server, tls()).call("GET", "/flexClusters/one", "");
            assertThat(ServerApi.value(now, "standard")).startsWith("mongodb://" + TOLD + ":");
            assertThat(certificateNames()).contains(TOLD, "box.test");
        }
        try (ServerProcess server = start("--tls=auto")) {
            assertThat(new ServerApi(server, tls()).call("GET", "/flexClusters/one", ""))
                    .contains("mongodb://" + own + ":");
            assertThat(certificateNames()).contains(own).doesNotContain(TOLD, "box.test");
        }
    }

    private List<String> certificateNames() throws Exception {
        try (InputStream in = Files.newInputStream(folder.resolve("tls/server.pem"))) {
            X509Certificate certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
            return certificate.getSubjectAlternativeNames().stream()
                    .map(name -> String.valueOf(name.get(1)))
                    .toList();
        }
    }

    private ServerProcess start(String... more) throws Exception {
        String[] options = new String[more.length + 3];
        options[0] = "--address=0.0.0.0";
        options[1] = "--cluster-ports=0";
        options[2] = "--pace=instant";
        System.arraycopy(more, 0, options, 3, more.length);
        return ServerProcess.start(folder, options);
    }

    private static String flex(ServerApi api) throws Exception {
        api.call(
                "POST",
                "/databaseUsers",
                "{'databaseName':'admin','username':'ann','password':'correct-horse',"
                        + "'roles':[{'roleName':'readWriteAnyDatabase','databaseName':'admin'}]}");
        api.call("POST", "/accessList", "[{'cidrBlock':'127.0.0.0/8'}]");
        api.call(
                "POST",
                "/flexClusters",
                "{'name':'one','providerSettings':{'backingProviderName':'AWS','regionName':'US_EAST_1'}}");
        return api.call("GET", "/flexClusters/one", "");
    }

    /** What the member that the driver has found says, after an insert through it. */
    private Document hello(String uri) throws Exception {
        MongoClientSettings.Builder settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(
                        uri.replace("://", "://ann:correct-horse@") + "&serverSelectionTimeoutMS=5000"));
        Optional<SSLContext> tls = tls();
        if (tls.isPresent()) {
            settings.applyToSslSettings(ssl -> ssl.context(tls.get()));
        }
        try (MongoClient client = MongoClients.create(settings.build())) {
            client.getDatabase("shop").getCollection("things").insertOne(new Document("_id", 1));
            return client.getDatabase("admin").runCommand(new Document("hello", 1));
        }
    }

    private Optional<SSLContext> tls() throws Exception {
        return LocalTrust.of(folder);
    }

    private static int freeDatagramPort() throws Exception {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            return socket.getLocalPort();
        }
    }
}
