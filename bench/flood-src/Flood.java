import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Floods a server over HTTP and measures how another client is served; see {@code bench/flood --help}. */
final class Flood {

    private static final double LONGEST_P99_MILLIS = 1_000;
    private static final long MOST_KEPT_KIBIBYTES = 16 << 10;
    private static final String MEDIA_TYPE = "application/vnd.atlas.2024-11-13+json";

    private final String process;
    private final int limit;
    private final URI base = URI.create(System.getenv("MONGODB_ATLAS_BASE_URL"));
    private final String clusters =
            "/api/atlas/v2/groups/" + System.getenv("MONGODB_ATLAS_PROJECT_ID") + "/flexClusters";
    private final Deque<SocketChannel> held = new ArrayDeque<>();
    private String token = "";
    private boolean failed;

    private Flood(String process, int limit) {
        this.process = process;
        this.limit = limit;
    }

    public static void main(String... arguments) throws Exception {
        int connections = Integer.parseInt(arguments[1]);
        int bodies = Integer.parseInt(arguments[2]);
        int wide = Integer.parseInt(arguments[3]);
        Flood flood = new Flood(arguments[0], Integer.parseInt(arguments[4]) - 500);
        flood.token = flood.requestToken();
        flood.during("no flood", () -> Thread.sleep(3_000));
        long before = flood.liveKibibytes();
        flood.during(connections + " idle and half-open connections", () -> flood.connections(connections));
        flood.during("closing them", flood::closeAll);
        flood.during(bodies + " half-sent bodies", () -> flood.bodies(bodies));
        flood.during("closing them", flood::closeAll);
        flood.during(wide + " wide bodies", () -> flood.wide(wide));
        flood.during("afterwards", () -> Thread.sleep(6_000));
        flood.checkWork();
        flood.checkMemory(before);
        System.exit(flood.failed ? 1 : 0);
    }

    private interface Work {
        void run() throws Exception;
    }

    // --- The other client -------------------------------------------------------------------------------------------

    /** Does something while the other client sends one request after the other, each on a connection of its own. */
    private void during(String name, Work work) throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        List<Double> waits = new ArrayList<>();
        Map<String, Integer> wrong = new TreeMap<>();
        Thread other = Thread.ofPlatform().start(() -> {
            for (int i = 0; !done.get(); i++) {
                long begun = System.nanoTime();
                String status = i % 2 == 0 ? exchange(get(clusters)) : exchange(post(clusters, "{\"name\":\"x\"}"));
                waits.add((System.nanoTime() - begun) / 1e6);
                if (!status.equals(i % 2 == 0 ? "200" : "400")) {
                    wrong.merge(status, 1, Integer::sum);
                }
                pause(10);
            }
        });
        work.run();
        done.set(true);
        other.join();
        waits.sort(null);
        double p99 = waits.get((int) (waits.size() * 0.99));
        failed |= p99 > LONGEST_P99_MILLIS || !wrong.isEmpty();
        System.out.printf(
                "%-42s other client: %5d requests, p50 %6.1f ms, p99 %6.1f ms, longest %6.1f ms%s; server: %s%n",
                name,
                waits.size(),
                waits.get(waits.size() / 2),
                p99,
                waits.getLast(),
                wrong.isEmpty() ? "" : ", WRONG ANSWERS " + wrong,
                memory());
    }

    private String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\nAccept: " + MEDIA_TYPE
                + "\r\nAuthorization: Bearer " + token + "\r\n\r\n";
    }

    private String post(String path, String body) {
        return head(path, body.length()) + body;
    }

    private String head(String path, int length) {
        return "POST " + path + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\nAccept: " + MEDIA_TYPE
                + "\r\nContent-Type: application/json\r\nAuthorization: Bearer " + token + "\r\nContent-Length: "
                + length + "\r\n\r\n";
    }

    private String exchange(String request) {
        try {
            return answer(request).substring(9, 12);
        } catch (IOException | StringIndexOutOfBoundsException e) {
            return e.getClass().getSimpleName();
        }
    }

    private String answer(String request) throws IOException {
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private String requestToken() throws IOException {
        String pair = System.getenv("MONGODB_ATLAS_CLIENT_ID") + ":" + System.getenv("MONGODB_ATLAS_CLIENT_SECRET");
        String form = "grant_type=client_credentials";
        String answer = answer("POST /api/oauth/token HTTP/1.1\r\nHost: h\r\nConnection: close\r\nAuthorization: Basic "
                + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII))
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length()
                + "\r\n\r\n" + form);
        return answer.replaceAll("(?s).*\"access_token\":\"([^\"]*)\".*", "$1");
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // --- Floods -----------------------------------------------------------------------------------------------------

    private void connections(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            hold(i, i % 2 == 0 ? "" : "POST /api/oauth/token HTTP/1.1\r\nHost: h\r\nX-A: ");
        }
        pause(3_000);
    }

    private void bodies(int count) throws IOException {
        String large = head(clusters, 1_000_000) + "{\"name\":\"" + "x".repeat(950_000);
        String form = "POST /api/oauth/token HTTP/1.1\r\nHost: h\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: 8000\r\n\r\na=" + "x".repeat(7_000);
        for (int i = 0; i < count; i++) {
            hold(i, i % 2 == 0 ? large : form);
        }
        pause(3_000);
    }

    /** Opens a connection from one of many addresses and sends as much of the bytes as is taken within a moment. */
    private void hold(int number, String bytes) throws IOException {
        if (held.size() >= limit) {
            held.pollFirst().close();
        }
        SocketChannel channel = SocketChannel.open();
        held.addLast(channel);
        try {
            channel.bind(new InetSocketAddress(InetAddress.getByName("127.0.0." + (2 + number % 50)), 0));
            channel.connect(new InetSocketAddress(base.getHost(), base.getPort()));
            channel.configureBlocking(false);
            ByteBuffer buffer = ByteBuffer.wrap(bytes.getBytes(StandardCharsets.US_ASCII));
            for (int tries = 0; buffer.hasRemaining() && tries < 20; tries++) {
                if (channel.write(buffer) == 0) {
                    pause(5);
                }
            }
        } catch (IOException closedByTheServer) {
            channel.close();
        }
    }

    private void closeAll() throws IOException {
        for (SocketChannel channel : held) {
            channel.close();
        }
        held.clear();
        pause(2_000);
    }

    private void wide(int count) throws InterruptedException {
        String body = IntStream.range(0, 112_000)
                .mapToObj(i -> "\"" + Integer.toString(i, 36) + "\":0")
                .collect(Collectors.joining(",", "{", "}"));
        Map<String, Integer> statuses = new ConcurrentSkipListMap<>();
        List<Thread> threads = IntStream.range(0, count)
                .mapToObj(i -> Thread.ofVirtual().start(() -> statuses.merge(exchange(post(clusters, body)), 1, Integer::sum)))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println("wide bodies of " + body.length() + " bytes were answered " + statuses);
        failed |= statuses.keySet().stream().anyMatch(status -> !status.equals("400") && !status.equals("503"));
    }

    // --- Whether the server works -----------------------------------------------------------------------------------

    private void checkWork() throws IOException {
        String body = "{\"name\":\"flood\",\"providerSettings\":{\"backingProviderName\":\"AWS\",\"regionName\":\"US_EAST_1\"}}";
        String made = exchange(post(clusters, body));
        String state = "";
        for (int tries = 0; tries < 100 && !state.contains("\"stateName\":\"IDLE\""); tries++) {
            pause(100);
            state = answer(get(clusters + "/flood"));
        }
        boolean idle = state.contains("\"stateName\":\"IDLE\"");
        String ready = exchange(get("/telamon/v1/health/ready"));
        System.out.printf("a cluster was made: %s, IDLE: %s, ready: %s%n", made, idle, ready);
        failed |= !made.equals("201") || !idle || !ready.equals("200");
    }

    private void checkMemory(long before) throws Exception {
        long after = liveKibibytes();
        System.out.printf("heap in use after a collection: %d KiB before the floods, %d KiB after%n", before, after);
        failed |= after > before + MOST_KEPT_KIBIBYTES;
    }

    /** What the heap of the server holds that is in use. */
    private long liveKibibytes() throws Exception {
        jcmd("GC.run");
        jcmd("GC.run");
        String heap = jcmd("GC.heap_info").replaceAll("(?s)Metaspace.*", "");
        return Pattern.compile("used ([0-9]+)K")
                .matcher(heap)
                .results()
                .mapToLong(used -> Long.parseLong(used.group(1)))
                .sum();
    }

    private String jcmd(String command) throws Exception {
        String program = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process jcmd = new ProcessBuilder(program, process, command).start();
        String output = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        return output;
    }

    private String memory() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS") || line.startsWith("VmHWM"))
                .map(line -> line.replaceAll(":\\s*([0-9]+)[0-9]{3} kB", " $1 MB"))
                .collect(Collectors.joining(", "));
    }
}
