package io.telamon.control.monitoring;

import io.telamon.control.api.ErrorCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The measurements that there are, in the recorded order, read once from a table in this package. */
final class Measurements {

    private final List<Measurement> all;

    Measurements() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Measurements.class.getResourceAsStream("measurements.tsv")),
                StandardCharsets.UTF_8))) {
            all = lines.lines().skip(1).map(Measurements::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Measurement read(String line) {
        String[] columns = line.split("\t", -1);
        return new Measurement(Measurement.Scope.valueOf(columns[0]), columns[1], columns[2], Source.parse(columns[3]));
    }

    /**
     * Those of a scope that are asked for, or all when none is.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#INVALID_METRIC_NAME}
     */
    List<Measurement> of(Measurement.Scope scope, List<String> names) {
        List<Measurement> known =
                all.stream().filter(one -> one.scope() == scope).toList();
        names.forEach(name -> ErrorCode.INVALID_METRIC_NAME.refuseIf(
                known.stream().noneMatch(one -> one.name().equals(name)), name));
        return names.isEmpty()
                ? known
                : known.stream().filter(one -> names.contains(one.name())).toList();
    }
}
