package io.telamon.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy of a data folder beside its original, whose ports are taken. */
class CopiedFolderTest {

    @TempDir
    private Path parent;

    @Test
    void leadsToItsOwnDocumentsOnAPortOfItsOwn() throws Exception {
        int first = freePorts();
        String ports = "--cluster-ports=" + first + "-" + (first + 5);
        Path original = parent.resolve("original");
        Path copy = parent.resolve("copy");
        try (ServerProcess server = ServerProcess.start(original, "--pace=instant", ports)) {
            ServerApi api = new ServerApi(server);
            String uri = flex(api);
            write(uri, "before");
            copy(original, copy);

            String ofCopy;
            try (ServerProcess beside = ServerProcess.start(copy, "--pace=instant", ports)) {
                ofCopy = ServerApi.value(new ServerApi(beside).call("GET", "/flexClusters/one", ""), "standard");
                assertThat(ofCopy)
                        .matches("mongodb://(127\\.0\\.0\\.1:\\d+,?){3}/.*")
                        .isNotEqualTo(uri);
                write(ofCopy, "in the copy");
                assertThat(read(ofCopy)).containsExactlyInAnyOrder("before", "in the copy");
                assertThat(read(uri)).containsExactly("before");
                assertThat(Files.readString(copy.resolve("output.txt")))
                        .containsOnlyOnce("have other ports than before");
            }
            try (ServerProcess again = ServerProcess.start(copy, "--pace=instant", ports)) {
                assertThat(new ServerApi(again).call("GET", "/flexClusters/one", ""))
                        .contains(ofCopy);
                assertThat(Files.readString(copy.resolve("output.txt"))).doesNotContain("have other ports");
            }
        }
    }

    @Test
    void movesToTheRangeThatIsSet() throws Exception {
        Path folder = parent.resolve("data");
        int first = freePorts();
        try (ServerProcess server =
                ServerProcess.start(folder, "--pace=instant", "--cluster-ports=" + first + "-" + (first + 1))) {
            assertThat(flex(new ServerApi(server))).contains(":" + first + "/");
        }
        try (ServerProcess server =
                ServerProcess.start(folder, "--pace=instant", "--cluster-ports=" + (first + 2) + "-" + (first + 3))) {
            assertThat(new ServerApi(server).call("GET", "/flexClusters/one", ""))
                    .contains(":" + (first + 2) + "/");
        }
        try (ServerProcess server = ServerProcess.start(folder, "--pace=instant", "--cluster-ports=off")) {
            assertThat(new ServerApi(server).call("GET", "/flexClusters/one", ""))
                    .doesNotContain("127.0.0.1");
        }
        try (ServerProcess server =
                ServerProcess.start(folder, "--pace=instant", "--cluster-ports=" + first + "-" + (first + 1))) {
            assertThat(new ServerApi(server).call("GET", "/flexClusters/one", ""))
                    .contains(":" + first + "/");
        }
    }

    private static String flex(ServerApi api) throws Exception {
        return ServerApi.value(api.createFlexCluster("one"), "standard");
    }

    private static MongoClient client(String uri) {
        return MongoClients.create(uri.replace("://", "://ann:correct-horse@") + "&serverSelectionTimeoutMS=5000");
    }

    private static void write(String uri, String name) {
        try (MongoClient client = client(uri)) {
            client.getDatabase("shop").getCollection("things").insertOne(new Document("_id", name));
        }
    }

    private static List<String> read(String uri) {
        try (MongoClient client = client(uri)) {
            return client.getDatabase("shop")
                    .getCollection("things")
                    .find()
                    .map(document -> document.getString("_id"))
                    .into(new ArrayList<>());
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    /** The first of some ports that were free together a moment ago. */
    private static int freePorts() throws IOException {
        for (int first = 21_000 + (int) (ProcessHandle.current().pid() % 5_000); ; first += 10) {
            if (areFree(first, 6)) {
                return first;
            }
        }
    }

    private static boolean areFree(int first, int number) throws IOException {
        List<ServerSocket> open = new ArrayList<>();
        try {
            for (int port = first; port < first + number; port++) {
                open.add(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
            }
            return true;
        } catch (IOException taken) {
            return false;
        } finally {
            for (ServerSocket socket : open) {
                socket.close();
            }
        }
    }
}
