package io.telamon.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Everything that was measured: lines of round, server, label, metric and value, with tabs between. */
final class Results {

    private final Map<Key, List<Double>> values = new HashMap<>();

    private record Key(String server, String label, String metric) {}

    static Results read(Path file) throws IOException {
        Results results = new Results();
        for (String line : Files.readAllLines(file)) {
            String[] fields = line.split("\t", -1);
            results.values
                    .computeIfAbsent(new Key(fields[1], fields[2], fields[3]), key -> new ArrayList<>())
                    .add(Double.parseDouble(fields[4]));
        }
        return results;
    }

    /** The median over the rounds; empty when it was not measured. */
    OptionalDouble median(String server, String label, String metric) {
        double[] sorted = values.getOrDefault(new Key(server, label, metric), List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
    }

    /** How many requests failed, over all rounds. */
    long failures(String server) {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().server().equals(server))
                .filter(entry -> entry.getKey().metric().equals("failed"))
                .flatMap(entry -> entry.getValue().stream())
                .mapToLong(Double::longValue)
                .sum();
    }
}
