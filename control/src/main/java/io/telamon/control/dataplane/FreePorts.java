package io.telamon.control.dataplane;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/**
 * The ports of a range that have no listener, in two kinds: those to try first, and those that another process had when they
 * were tried. For one thread at a time.
 */
final class FreePorts {

    /** How many ports of other processes are tried again for one listener, as each costs a call of the operating system. */
    private static final int RETRIES = 16;

    private final PortRange range;
    private final BitSet free = new BitSet();
    private final ArrayDeque<Integer> unavailable = new ArrayDeque<>();

    FreePorts(PortRange range) {
        this.range = range;
        if (!range.isAny() && !range.isNone()) {
            free.set(range.first(), range.last() + 1);
        }
    }

    /**
     * Takes the lowest port that can be opened, or one that another process may have given back by now.
     *
     * @param open opens a port, and returns whether it could
     */
    OptionalInt take(IntPredicate open) {
        for (int port = free.nextSetBit(0); port >= 0; port = free.nextSetBit(port + 1)) {
            free.clear(port);
            if (open.test(port)) {
                return OptionalInt.of(port);
            }
            unavailable.add(port);
        }
        for (int tries = Math.min(RETRIES, unavailable.size()); tries > 0; tries--) {
            int port = unavailable.remove();
            if (open.test(port)) {
                return OptionalInt.of(port);
            }
            unavailable.add(port);
        }
        return OptionalInt.empty();
    }

    /** How many there are, those included that other processes had. */
    int count() {
        return free.cardinality() + unavailable.size();
    }

    /** A port that is somebody's, whether or not it can be opened: it is not taken by others. */
    void reserve(int port) {
        free.clear(port);
        unavailable.remove(port);
    }

    /** A port that is nobody's any more. One that is not of the range is passed over. */
    void release(int port) {
        if (port >= range.first() && port <= range.last()) {
            free.set(port);
        }
    }

    /** A port of the range that is nobody's any more here, but that another process has now. */
    void releaseUnavailable(int port) {
        reserve(port);
        unavailable.add(port);
    }
}
