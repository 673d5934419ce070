package io.telamon.control;

import io.telamon.control.api.ApiBase;
import io.telamon.control.api.OfferedVersion;
import io.telamon.control.api.Operation;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The page that says which operations are served, written from their declarations. */
final class CompatibilityPage {

    private static final String HEAD = """
            # Compatibility

            Every operation of the Atlas Administration API that Telamon knows, by the API's own operation id. Paths are
            below `/api/atlas/v2`. An operation that is not yet served answers 501 with `NOT_IMPLEMENTED`; a path that is
            not listed here answers 404. Version 1.0, below `/api/atlas/v1.0`, has every operation with a version
            2023-01-01, at the same path and in the form of that date; `accessList` is found as `whitelist` there too. A version with an announced end shows the day of its sunset;
            it answers 410 from that day of [the calendar](rehearsing.md#the-calendar) on, not of the machine's clock.

            `createGroupCluster` makes free and dedicated clusters. [Clusters](clusters.md) tells what is behind them.

            This page is written by a test from the declarations that the server itself routes by. Do not edit it.

            | operation | method | path | versions | state |
            | --- | --- | --- | --- | --- |
            """;

    private CompatibilityPage() {}

    static String of(List<Operation> operations) {
        List<Operation> listed = operations.stream()
                .filter(operation -> operation.surface() == ApiBase.ATLAS)
                .sorted(Comparator.comparing(
                                (Operation operation) -> operation.path().text())
                        .thenComparing(Operation::method))
                .toList();
        long served = listed.stream().filter(Operation::served).count();
        return HEAD
                + listed.stream().map(CompatibilityPage::row).collect(Collectors.joining())
                + "%nServed: %d of %d operations.%n".formatted(served, listed.size());
    }

    private static String row(Operation operation) {
        return "| `%s` | %s | `%s` | %s | %s |%n"
                .formatted(
                        operation.id(),
                        operation.method(),
                        operation.path().text(),
                        operation.versions().stream()
                                .map(CompatibilityPage::version)
                                .collect(Collectors.joining(", ")),
                        operation.served() ? "served" : "not yet served");
    }

    private static String version(OfferedVersion version) {
        return version.version()
                + version.sunset().map(day -> " (until " + day + ")").orElse("");
    }
}
