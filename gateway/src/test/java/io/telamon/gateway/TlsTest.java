package io.telamon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCredential;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.telamon.gateway.api.Admission;
import io.telamon.gateway.api.ListenerSpec;
import io.telamon.gateway.api.Route;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One port for all clusters, told apart by the name in the TLS hello. */
class TlsTest {

    @TempDir
    static Path directory;

    private static SSLContext tls;

    private World world;
    private int port;

    @BeforeAll
    static void makeCertificate() throws Exception {
        Path file = directory.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "wildcard",
                        "-dname",
                        "CN=test",
                        "-ext",
                        "SAN=dns:*.abc.test",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        file.toString())
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            keys.load(in, "changeit".toCharArray());
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, "changeit".toCharArray());
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
    }

    @BeforeEach
    void start() throws Exception {
        world = new World();
        port = world.gateway
                .listeners()
                .open(new ListenerSpec(
                        "shared",
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        Optional.of(tls),
                        new Route.ByServerName(),
                        Admission.ACCESS_LIST));
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void servesDriversByName() {
        MongoClientSettings settings = MongoClientSettings.builder()
                .applyToClusterSettings(cluster -> cluster.hosts(List.of(new ServerAddress("cluster0.abc.test", port)))
                        .requiredReplicaSetName("rs0")
                        .serverSelectionTimeout(5, TimeUnit.SECONDS))
                .applyToSslSettings(ssl -> ssl.enabled(true).context(tls))
                .inetAddressResolver(TlsTest::loopback)
                .credential(MongoCredential.createCredential("admin", "admin", World.PASSWORD.toCharArray()))
                .build();
        try (MongoClient client = MongoClients.create(settings)) {
            var collection = client.getDatabase("shop").getCollection("orders");
            Document large = new Document("_id", 1).append("filling", "x".repeat(200_000));

            collection.insertOne(large);

            assertThat(collection.find().into(new ArrayList<>())).containsExactly(large);
        }
    }

    @Test
    void advertisesTheNameAsked() throws Exception {
        try (RawClient client = new RawClient(connect(Optional.of("Cluster0.abc.test")))) {
            assertThat(client.command("admin", "{hello: 1}").getString("me").getValue())
                    .isEqualTo("cluster0.abc.test:" + port);
        }
    }

    @Test
    void closesConnectionsForClustersThatDoNotExist() throws Exception {
        try (RawClient unknown = new RawClient(connect(Optional.of("other.abc.test")));
                RawClient nameless = new RawClient(connect(Optional.empty()))) {
            assertThat(unknown.isClosed()).isTrue();
            assertThat(nameless.isClosed()).isTrue();
        }
    }

    @Test
    void closesConnectionsThatDoNotSpeakTls() throws Exception {
        try (RawClient plain = new RawClient(port)) {
            plain.send(RawClient.query("admin.$cmd", "{isMaster: 1}"));
            plain.drain();

            assertThat(plain.isClosed()).isTrue();
        }
    }

    private static List<InetAddress> loopback(String host) throws UnknownHostException {
        return List.of(InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1}));
    }

    private SSLSocket connect(Optional<String> name) throws Exception {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        SSLSocket secure = (SSLSocket) tls.getSocketFactory().createSocket(socket, null, true);
        secure.setUseClientMode(true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setServerNames(name.<List<SNIServerName>>map(host -> List.of(new SNIHostName(host)))
                .orElse(List.of()));
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }
}
