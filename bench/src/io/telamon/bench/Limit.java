package io.telamon.bench;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** How much of an operation is done. All connections share one. */
interface Limit {

    /** The longest that anything takes, whatever its limit. */
    Duration LONGEST = Duration.ofMinutes(3);

    /** Whether to do it once more; asked before each time. */
    boolean allowsOneMore();

    /**
     * The limit that a text names: {@code 4s} (also {@code 0.5s}) is a time from now, {@code 3000} a number of times,
     * {@code 3000/4s} whichever comes first.
     */
    static Limit parse(String text) {
        if (text.endsWith("s")) {
            int slash = text.indexOf('/');
            Limit time = seconds(Double.parseDouble(text.substring(slash + 1, text.length() - 1)));
            return slash < 0 ? time : both(time, times(Long.parseLong(text.substring(0, slash))));
        }
        return times(Long.parseLong(text));
    }

    /** So many times, if they do not take too long. */
    static Limit times(long times) {
        AtomicLong left = new AtomicLong(times);
        Limit longest = seconds(LONGEST.toSeconds());
        return () -> left.getAndDecrement() > 0 && longest.allowsOneMore();
    }

    private static Limit seconds(double seconds) {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        return () -> System.nanoTime() < end;
    }

    private static Limit both(Limit one, Limit other) {
        return () -> one.allowsOneMore() && other.allowsOneMore();
    }
}
