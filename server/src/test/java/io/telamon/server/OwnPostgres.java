package io.telamon.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A PostgreSQL server that a test may stop, for tests that run where its programs are installed. */
final class OwnPostgres {

    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    private final Path programs;
    private final Path folder;
    private final int port;

    private OwnPostgres(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /** The folder of the newest version of the server's programs, if there is one. */
    static Optional<Path> programs() throws IOException {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.list(versions)) {
            return all.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        }
    }

    static OwnPostgres start(Path programs) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("telamon-postgres");
        if (ROOT) {
            call(List.of("chown", "postgres", folder.toString()));
        }
        OwnPostgres server = new OwnPostgres(programs, folder, freePort());
        server.run("initdb", "-D", server.data(), "-U", "telamon", "-A", "trust", "-E", "UTF8", "--no-sync");
        server.start();
        server.run("createdb", "-h", "127.0.0.1", "-p", Integer.toString(server.port), "-U", "telamon", "telamon");
        return server;
    }

    String url() {
        return "postgresql://127.0.0.1:" + port + "/telamon?user=telamon";
    }

    void start() throws IOException, InterruptedException {
        run(
                "pg_ctl",
                "-D",
                data(),
                "-l",
                folder.resolve("log").toString(),
                "-w",
                "-o",
                "-h 127.0.0.1 -p " + port + " -k " + folder + " -F",
                "start");
    }

    /** Ends it as a crash would. */
    void stop() throws IOException, InterruptedException {
        run("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
    }

    /** Lets none of its processes run any more: connections are accepted by the system, and nothing responds. */
    void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    /** Stops it, whatever state it is in, and removes its files. */
    void remove() throws IOException, InterruptedException {
        if (Files.exists(folder.resolve("data/postmaster.pid"))) {
            thaw();
            stop();
        }
        call(List.of("rm", "-rf", folder.toString()));
    }

    private void signal(String signal) throws IOException, InterruptedException {
        long parent = Long.parseLong(
                Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst());
        List<ProcessHandle> processes = ProcessHandle.of(parent).stream()
                .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()))
                .toList();
        for (ProcessHandle process : processes) {
            signal(signal, process);
        }
    }

    /** Processes of connections may end by themselves meanwhile. */
    private static void signal(String signal, ProcessHandle process) throws IOException, InterruptedException {
        try {
            call(List.of("kill", signal, Long.toString(process.pid())));
        } catch (IOException e) {
            if (process.isAlive()) {
                throw e;
            }
        }
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private void run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (ROOT) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        call(command);
    }

    private static void call(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("telamon-command", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int code = process.waitFor();
        String said = Files.readString(output);
        Files.delete(output);
        if (code != 0) {
            throw new IOException(command + " ended with " + code + ": " + said);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
