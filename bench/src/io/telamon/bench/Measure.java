package io.telamon.bench;

import java.util.Optional;

/**
 * A line of the table: something that was measured, and what is asked of Telamon.
 *
 * @param label of the phase, and the metric that it reports
 * @param budget the highest value, or the lowest where more is better, that Telamon may have
 */
record Measure(String title, String label, String metric, Better better, Optional<Double> budget) {

    /** Which of two values one would rather have. */
    enum Better {
        LESS,
        MORE
    }

    static Measure less(String title, String label, String metric) {
        return new Measure(title, label, metric, Better.LESS, Optional.empty());
    }

    static Measure more(String title, String label, String metric) {
        return new Measure(title, label, metric, Better.MORE, Optional.empty());
    }

    Measure budget(double value) {
        return new Measure(title, label, metric, better, Optional.of(value));
    }

    /** Whether a value is within the budget; true without one. */
    boolean isKept(double value) {
        return budget.map(limit -> better == Better.LESS ? value <= limit : value >= limit)
                .orElse(true);
    }
}
