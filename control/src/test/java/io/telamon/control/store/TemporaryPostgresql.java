package io.telamon.control.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A PostgreSQL server with its data in a temporary folder, on a free port of 127.0.0.1. It ends with this JVM, however
 * that ends: a shell that started it ends it and removes its folder when the other end of its standard input is closed.
 */
final class TemporaryPostgresql {

    private static final String UNTIL_INPUT_ENDS =
            "folder=$1; shift; \"$@\" >\"$folder/log\" 2>&1 & server=$!; cat >/dev/null;"
                    + " kill -QUIT $server; wait $server; rm -rf \"$folder\"";

    private static final int ATTEMPTS = 5;
    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private TemporaryPostgresql() {}

    /**
     * Starts one.
     *
     * @return the URL of its database
     * @throws IOException when that fails, with the reason
     */
    static String start(Path programs) throws IOException {
        Commands commands = Commands.unprivileged();
        Path folder = Files.createTempDirectory("telamon-postgresql");
        commands.own(folder);
        String data = folder.resolve("data").toString();
        Commands.run(commands.of(List.of(
                programs.resolve("initdb").toString(),
                "-D",
                data,
                "-U",
                "telamon",
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--no-sync")));
        return start(programs, commands, folder, data, ATTEMPTS);
    }

    /** Nobody hands out free ports: another is tried where something else has taken this one. */
    private static String start(Path programs, Commands commands, Path folder, String data, int attempts)
            throws IOException {
        int port = freePort();
        Process shell = new ProcessBuilder(commands.of(List.of(
                        "sh",
                        "-c",
                        UNTIL_INPUT_ENDS,
                        "sh",
                        folder.toString(),
                        programs.resolve("postgres").toString(),
                        "-D",
                        data,
                        "-h",
                        "127.0.0.1",
                        "-p",
                        Integer.toString(port),
                        "-k",
                        "",
                        "-N",
                        "300",
                        "-F")))
                .directory(Path.of("/").toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String url = "postgresql://127.0.0.1:" + port + "/postgres?user=telamon";
        try {
            awaitConnections(url, folder.resolve("log"));
            return url;
        } catch (IOException e) {
            if (attempts == 1) {
                shell.getOutputStream().close();
                throw e;
            }
            return start(programs, commands, folder, data, attempts - 1);
        }
    }

    private static void awaitConnections(String url, Path log) throws IOException {
        Instant deadline = Instant.now().plus(LONGEST_START);
        while (!takesConnections(url)) {
            String written = Files.exists(log) ? Files.readString(log) : "";
            if (written.contains("FATAL:  could not create") || Instant.now().isAfter(deadline)) {
                throw new IOException("PostgreSQL did not start: " + written.strip());
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static boolean takesConnections(String url) {
        try {
            DriverManager.getConnection("jdbc:" + url).close();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
