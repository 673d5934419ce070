package io.telamon.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server on a disk that fills up; for root, who may mount a small one. */
class DiskFullTest {

    @TempDir
    private Path folder;

    private boolean mounted;

    @BeforeEach
    void mount() throws Exception {
        mounted = "root".equals(System.getProperty("user.name"))
                && run("mount", "-t", "tmpfs", "-o", "size=24m", "none", folder.toString());
        assumeTrue(mounted, "no file system can be mounted");
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            run("umount", "-l", folder.toString());
        }
    }

    @Test
    void refusesWritesUntilThereIsSpaceAgain() throws Exception {
        Path data = folder.resolve("data");
        try (ServerProcess server = ServerProcess.start(data, "--cluster-ports", "0")) {
            ServerApi api = new ServerApi(server);
            assertThat(create(api, "before").statusCode()).isEqualTo(201);
            assertThat(ready(server).statusCode()).isEqualTo(200);

            // When
            Path filler = folder.resolve("filler");
            fill(filler);
            HttpResponse<String> answer = create(api, "full-0");
            for (int i = 1; i < 2_000 && answer.statusCode() == 201; i++) {
                answer = create(api, "full-" + i);
            }

            // Then
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.body()).contains("SERVICE_UNAVAILABLE");
            assertThat(ready(server).statusCode()).isEqualTo(503);
            assertThat(ready(server).body()).contains("disk");
            assertThat(api.send("GET", "/databaseUsers/admin/before", "").statusCode())
                    .isEqualTo(200);

            // When
            Files.delete(filler);

            // Then
            assertThat(ready(server).statusCode()).isEqualTo(200);
            assertThat(create(api, "after").statusCode()).isEqualTo(201);
        }
    }

    private static HttpResponse<String> create(ServerApi api, String name) throws Exception {
        return api.send("POST", "/databaseUsers", """
                {'username': '%s', 'password': 'a-long-password', 'databaseName': 'admin',
                 'roles': [{'roleName': 'atlasAdmin', 'databaseName': 'admin'}]}""".formatted(name));
    }

    private static HttpResponse<String> ready(ServerProcess server) throws Exception {
        URI uri = URI.create(server.credential("MONGODB_ATLAS_BASE_URL") + "telamon/v1/health/ready");
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static void fill(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < 100_000; i++) {
                out.write(new byte[4096]);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("space");
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
