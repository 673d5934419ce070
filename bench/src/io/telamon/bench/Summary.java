package io.telamon.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Prints the medians of a file of {@link Results} as a table: Telamon, its peers, the ratios and the budgets. */
final class Summary {

    private static final String TELAMON = "telamon";
    private static final List<String> PEERS = List.of("emulate", "wiremock");
    private static final double MOST_GROWTH = 1.2;

    private final Results results;

    private Summary(Results results) {
        this.results = results;
    }

    /** Takes the file, and how many clusters "many" are. */
    public static void main(String[] arguments) throws IOException {
        Summary summary = new Summary(Results.read(Path.of(arguments[0])));
        String many =
                String.format(Locale.ROOT, "%,d", Long.parseLong(arguments[1])).replace(',', ' ');
        print("", List.of("Telamon", "emulate", "WireMock", "T/emulate", "T/WireMock"), "budget");
        for (Measures.Group group : new Measures(many).groups()) {
            System.out.println(group.heading());
            group.measures().forEach(summary::print);
        }
        summary.printGrowth(many);
        summary.printFailures();
    }

    private void print(Measure measure) {
        OptionalDouble telamon = median(TELAMON, measure);
        List<OptionalDouble> peers =
                PEERS.stream().map(peer -> median(peer, measure)).toList();
        if (telamon.isEmpty() && peers.stream().allMatch(OptionalDouble::isEmpty)) {
            return;
        }
        List<String> cells = List.of(
                number(telamon),
                number(peers.get(0)),
                number(peers.get(1)),
                ratio(telamon, peers.get(0)),
                ratio(telamon, peers.get(1)));
        print("  " + measure.title(), cells, verdict(measure, telamon));
    }

    private void printGrowth(String many) {
        OptionalDouble one = results.median(TELAMON, "get-1", "cpu");
        OptionalDouble all = results.median(TELAMON, "get-n", "cpu");
        if (one.isPresent() && all.isPresent() && one.getAsDouble() > 0) {
            double growth = all.getAsDouble() / one.getAsDouble();
            System.out.printf(
                    Locale.ROOT,
                    "%nA GET at %s clusters costs Telamon %.2f times the CPU of one at 1 (budget %.1f: %s).%n",
                    many,
                    growth,
                    MOST_GROWTH,
                    growth <= MOST_GROWTH ? "kept" : "MISSED");
        }
    }

    private void printFailures() {
        for (String server : List.of(TELAMON, PEERS.get(0), PEERS.get(1))) {
            long failures = results.failures(server);
            if (failures > 0) {
                System.out.printf("%d requests to %s FAILED: its numbers mean little.%n", failures, server);
            }
        }
    }

    private OptionalDouble median(String server, Measure measure) {
        return results.median(server, measure.label(), measure.metric());
    }

    private static String verdict(Measure measure, OptionalDouble telamon) {
        if (measure.budget().isEmpty() || telamon.isEmpty()) {
            return "";
        }
        String kept = measure.isKept(telamon.getAsDouble()) ? " kept" : " MISSED";
        return number(OptionalDouble.of(measure.budget().get())) + kept;
    }

    private static String ratio(OptionalDouble one, OptionalDouble other) {
        if (one.isEmpty() || other.isEmpty() || other.getAsDouble() == 0) {
            return "";
        }
        return String.format(Locale.ROOT, "%.2f", one.getAsDouble() / other.getAsDouble());
    }

    private static String number(OptionalDouble value) {
        if (value.isEmpty()) {
            return "-";
        }
        double number = value.getAsDouble();
        int decimals = number >= 100 ? 0 : number >= 10 ? 1 : number >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + decimals + "f", number);
    }

    private static void print(String title, List<String> cells, String last) {
        StringBuilder line = new StringBuilder(String.format("%-52s", title));
        cells.forEach(cell -> line.append(String.format("%11s", cell)));
        System.out.println((line + "   " + last).stripTrailing());
    }
}
