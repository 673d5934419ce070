package io.telamon.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways that lead a driver into a cluster: its own port, the shared one, {@code mongodb+srv}, a private endpoint. */
class ListenersTest {

    private static final String RESOLVER = "java.naming.provider.url";
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    @TempDir
    private Path folder;

    @AfterEach
    void resolveAsBefore() {
        System.clearProperty(RESOLVER);
    }

    @Test
    void clustersShareAPortAndAreToldApartByName() throws Exception {
        int shared = freePort();
        int dns = freeDatagramPort();
        try (ServerProcess server = ServerProcess.start(
                folder,
                "--pace=instant",
                "--cluster-ports=off",
                "--shared-port=" + shared,
                "--cluster-domain=db.test",
                "--dns-port=" + dns)) {
            ServerApi api = new ServerApi(server);
            letIn(api);
            String one = flex(api, "one");
            String other = flex(api, "other");
            System.setProperty(RESOLVER, "dns://127.0.0.1:" + dns);

            String standard = ServerApi.value(one, "standard");
            assertThat(standard)
                    .matches("mongodb://(ac-[a-z0-9]+-shard-00-0[012]\\.[a-z0-9]+\\.db\\.test:" + shared
                            + "[,/]){3}\\?ssl=true&.*");
            assertThat(ServerApi.value(one, "standardSrv")).matches("mongodb\\+srv://one\\.[a-z0-9]+\\.db\\.test");
            write(standard, "by its host");
            write(ServerApi.value(one, "standardSrv"), "by its service");
            write(ServerApi.value(other, "standardSrv"), "elsewhere");

            assertThat(read(standard)).containsExactlyInAnyOrder("by its host", "by its service");
            assertThat(read(standard + "&readPreference=secondary")).hasSize(2);
            assertThat(read(ServerApi.value(other, "standard"))).containsExactly("elsewhere");
            assertThatThrownBy(() -> read(standard.replaceAll("ac-[a-z0-9]+-", "ac-nobody0-")))
                    .isInstanceOf(MongoTimeoutException.class);
        }
    }

    @Test
    void aServiceNameLeadsToAPortOfItsOwnThatIsPlain() throws Exception {
        int dns = freeDatagramPort();
        try (ServerProcess server = ServerProcess.start(
                folder, "--pace=instant", "--cluster-ports=0", "--cluster-domain=db.test", "--dns-port=" + dns)) {
            ServerApi api = new ServerApi(server);
            letIn(api);
            String srv = ServerApi.value(flex(api, "one"), "standardSrv");
            System.setProperty(RESOLVER, "dns://127.0.0.1:" + dns);

            assertThat(srv).endsWith(".db.test/?tls=false");
            write(srv, "plain");
            assertThat(read(srv)).containsExactly("plain");
        }
    }

    @Test
    void aPrivateEndpointLetsInWhoIsNotOnTheListUntilItIsDeleted() throws Exception {
        String endpoint;
        String uri;
        String[] options = {
            "--pace=instant",
            "--cluster-ports=0",
            "--cluster-domain=db.test",
            "--dns-port=" + freeDatagramPort(),
            "--calendar=serverless"
        };
        System.setProperty(RESOLVER, "dns://127.0.0.1:" + options[3].replaceAll("\\D", ""));
        try (ServerProcess server = ServerProcess.start(folder, options)) {
            ServerApi api = new ServerApi(server);
            user(api);
            api.call(
                    "POST",
                    "/serverless",
                    "{'name':'one','providerSettings':{'providerName':'SERVERLESS','backingProviderName':'AWS',"
                            + "'regionName':'US_EAST_1'}}");
            String endpoints = "/privateEndpoint/serverless/instance/one/endpoint";
            endpoint = endpoints + "/" + ServerApi.value(api.call("POST", endpoints, "{'comment':'mine'}"), "_id");
            api.call("PATCH", endpoint, "{'providerName':'AWS','cloudProviderEndpointId':'vpce-0123456789abcdef0'}");
            uri = ServerApi.value(api.call("GET", "/serverless/one", ""), "srvConnectionString");

            assertThat(uri).matches("mongodb\\+srv://one-lb\\.[a-z0-9]+\\.db\\.test/\\?tls=false");
            write(uri, "private");
        }
        try (ServerProcess server = ServerProcess.start(folder, options);
                MongoClient client = client(uri)) {
            assertThat(names(client)).as("after a restart").containsExactly("private");
            new ServerApi(server).call("DELETE", endpoint, "");
            assertThatThrownBy(() -> names(client)).isInstanceOf(com.mongodb.MongoException.class);
            assertThatThrownBy(() -> read(uri)).isInstanceOf(com.mongodb.MongoException.class);
        }
    }

    private static String flex(ServerApi api, String name) throws IOException, InterruptedException {
        api.call(
                "POST",
                "/flexClusters",
                "{'name':'" + name + "','providerSettings':{'backingProviderName':'AWS','regionName':'US_EAST_1'}}");
        return api.call("GET", "/flexClusters/" + name, "");
    }

    private static void letIn(ServerApi api) throws IOException, InterruptedException {
        user(api);
        api.call("POST", "/accessList", "[{'ipAddress':'127.0.0.1'}]");
    }

    private static void user(ServerApi api) throws IOException, InterruptedException {
        api.call(
                "POST",
                "/databaseUsers",
                "{'databaseName':'admin','username':'ann','password':'correct-horse',"
                        + "'roles':[{'roleName':'readWriteAnyDatabase','databaseName':'admin'}]}");
    }

    private void write(String uri, String name) throws IOException, GeneralSecurityException {
        try (MongoClient client = client(uri)) {
            client.getDatabase("shop").getCollection("things").insertOne(new Document("_id", name));
        }
    }

    private List<String> read(String uri) throws IOException, GeneralSecurityException {
        try (MongoClient client = client(uri)) {
            return names(client);
        }
    }

    private static List<String> names(MongoClient client) {
        return client.getDatabase("shop")
                .getCollection("things")
                .find()
                .map(document -> document.getString("_id"))
                .into(new java.util.ArrayList<>());
    }

    /** A client that checks the certificate for the name it was told, and finds every name on this machine. */
    private MongoClient client(String uri) throws IOException, GeneralSecurityException {
        String options = uri.contains("?") ? "&" : "/?";
        ConnectionString string = new ConnectionString(
                uri.replace("://", "://ann:correct-horse@") + options + "serverSelectionTimeoutMS=3000");
        MongoClientSettings.Builder settings = MongoClientSettings.builder()
                .applyConnectionString(string)
                .inetAddressResolver(host -> List.of(InetAddress.getByAddress(host, HERE.getAddress())));
        Optional<SSLContext> tls = tls();
        if (tls.isPresent()) {
            settings.applyToSslSettings(ssl -> ssl.context(tls.get()));
        }
        return MongoClients.create(settings.build());
    }

    private Optional<SSLContext> tls() throws IOException, GeneralSecurityException {
        return LocalTrust.of(folder);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, HERE)) {
            return socket.getLocalPort();
        }
    }

    private static int freeDatagramPort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(HERE, 0))) {
            return socket.getLocalPort();
        }
    }
}
