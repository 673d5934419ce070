package io.telamon.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Puts the phases of a load on a server, one after the other, and prints {@code label<TAB>metric<TAB>value} lines. */
final class Load {

    private final Target target;
    private final Optional<ServerProcess> process;
    private final Optional<Path> sample;
    private final int connections;
    private final AtomicLong clusters;
    private final PrintStream out;

    private Load(LoadOptions options, PrintStream out) throws IOException {
        this.target = options.target();
        this.process = options.optional("pid").map(Long::parseLong).map(ServerProcess::new);
        this.sample = options.optional("sample").map(Path::of);
        this.connections = (int) options.number("connections");
        this.clusters = new AtomicLong(options.number("clusters"));
        this.out = out;
    }

    /** See {@link LoadOptions} for what the arguments may be. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try {
            LoadOptions options = LoadOptions.parse(arguments);
            new Load(options, System.out).run(options.phases());
        } catch (IllegalArgumentException e) {
            System.err.println("load: " + e.getMessage());
            System.exit(2);
        }
    }

    private void run(List<Phase> phases) throws IOException, InterruptedException {
        Primer.prime(target, phases);
        for (Phase phase : phases) {
            run(phase);
        }
        if (process.isPresent()) {
            print("memory", "now", process.get().memory("VmRSS"));
            print("memory", "highest", process.get().memory("VmHWM"));
        }
        print("clusters", "count", clusters.get());
        if (sample.isPresent()) {
            save(sample.get());
        }
    }

    private void save(Path file) throws IOException {
        try (Connection connection = new Connection(target.server())) {
            Files.writeString(
                    file, connection.exchange(Template.get(target).about(0)).body());
        }
    }

    private void run(Phase phase) throws IOException, InterruptedException {
        work(phase, () -> Limit.parse(phase.warmUp()));
        double before = cpuSeconds();
        Outcome outcome = work(phase, () -> phase.limit(clusters.get()));
        if (phase.verb() == Verb.POST) {
            new Settling(target, clusters.get()).await();
        }
        report(phase.label(), outcome, cpuSeconds() - before);
    }

    /** Works until a limit whose time begins once all are connected. */
    private Outcome work(Phase phase, Supplier<Limit> limit) throws IOException {
        try (Workers workers = new Workers(
                target, connections, () -> phase.verb().operation(target, clusters))) {
            return workers.work(limit.get());
        }
    }

    private double cpuSeconds() throws IOException {
        return process.isPresent() ? process.get().cpuSeconds() : 0;
    }

    private void report(String label, Outcome outcome, double cpuSeconds) {
        outcome.firstFailure().ifPresent(what -> System.err.printf("load: %s: %s%n", label, what));
        print(label, "count", outcome.count());
        print(label, "failed", outcome.failures());
        if (outcome.count() == 0) {
            System.err.printf("load: %s: nothing was answered in time%n", label);
            return;
        }
        print(label, "rate", outcome.perSecond());
        print(label, "p50", outcome.millis(0.5));
        print(label, "p99", outcome.millis(0.99));
        if (process.isPresent()) {
            print(label, "cpu", cpuSeconds * 1000 / outcome.count());
        }
    }

    private void print(String label, String metric, double value) {
        out.printf(Locale.ROOT, "%s\t%s\t%.4f%n", label, metric, value);
    }
}
