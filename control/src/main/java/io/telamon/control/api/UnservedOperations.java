package io.telamon.control.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Declares the operations of the API that nobody else has declared. Asked for, they say that they are not served yet,
 * to callers that have authenticated themselves.
 */
public final class UnservedOperations {

    private static final String RESOURCE = "unserved-operations.tsv";

    private UnservedOperations() {}

    /** Declares them; to be called when every operation that is served has been declared. */
    public static void declare(Operations api) {
        Set<String> served = api.all().stream().map(Operation::id).collect(Collectors.toSet());
        for (Row row : read()) {
            if (!served.contains(row.id())) {
                declare(api, row);
            }
        }
    }

    private static void declare(Operations api, Row row) {
        OperationBuilder<Nothing> operation = api.operation(row.id()).at(row.method(), row.path());
        row.versions().forEach(operation::version);
        if (row.path().contains("/serverless")) {
            operation.judgedByCalendar();
        }
        operation.authenticated().notServed();
    }

    private static List<Row> read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(UnservedOperations.class.getResourceAsStream(RESOURCE), RESOURCE),
                StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(Row::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One line of the table. */
    private record Row(String id, Method method, String path, List<OfferedVersion> versions) {

        static Row of(String line) {
            String[] fields = line.split("\t", -1);
            List<OfferedVersion> versions =
                    List.of(fields[3].split(",", -1)).stream().map(Row::version).toList();
            return new Row(fields[0], Method.valueOf(fields[1]), fields[2], versions);
        }

        /** Reads a version, with the day of its sunset behind a colon if one is announced. */
        private static OfferedVersion version(String text) {
            String[] dates = text.split(":", -1);
            return new OfferedVersion(
                    ResourceVersion.of(dates[0]),
                    Optional.empty(),
                    dates.length == 2 ? Optional.of(LocalDate.parse(dates[1])) : Optional.empty());
        }
    }
}
