package io.telamon.control.access.digest;

import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;

/**
 * The uses of nonces where one process makes them all. Most clients use each nonce once, so that the first count costs one
 * bit: nonces are numbered, and a segment holds the bits of 65 536 that follow each other. A segment goes when its
 * youngest nonce has expired.
 */
final class NonceUsesInMemory implements NonceUses, LongSupplier {

    private static final int SEGMENT_BITS = 16;
    private static final long WITHIN = (1L << SEGMENT_BITS) - 1;

    private final ConcurrentSkipListMap<Long, Segment> segments = new ConcurrentSkipListMap<>();
    private final AtomicLong serial = new AtomicLong();
    private final Clock clock;
    private final long lifetimeMillis;

    NonceUsesInMemory(Clock clock, Duration lifetime) {
        this.clock = clock;
        this.lifetimeMillis = lifetime.toMillis();
    }

    /** The number of the next nonce. */
    @Override
    public long getAsLong() {
        long next = serial.getAndIncrement();
        if ((next & WITHIN) == 0) {
            dropExpired();
        }
        segments.computeIfAbsent(next >>> SEGMENT_BITS, number -> new Segment()).touch(clock.millis());
        return next;
    }

    @Override
    public boolean use(String nonce, Nonces.Verdict.Fresh verdict, long count) {
        Segment segment = segments.get(verdict.serial() >>> SEGMENT_BITS);
        return segment != null && segment.use((int) (verdict.serial() & WITHIN), count);
    }

    /** Segments are in the order of their making: the first young one ends the search. */
    private void dropExpired() {
        long oldest = clock.millis() - 2 * lifetimeMillis;
        Iterator<Map.Entry<Long, Segment>> entries = segments.entrySet().iterator();
        while (entries.hasNext() && entries.next().getValue().youngest < oldest) {
            entries.remove();
        }
    }

    int segments() {
        return segments.size();
    }

    private static final class Segment {

        private final AtomicLongArray usedOnce = new AtomicLongArray(1 << (SEGMENT_BITS - 6));
        private final Map<Integer, CountWindow> usedOften = new ConcurrentHashMap<>();
        private volatile long youngest;

        void touch(long now) {
            if (now > youngest) {
                youngest = now;
            }
        }

        boolean use(int nonce, long count) {
            if (count > 1) {
                return usedOften
                        .computeIfAbsent(nonce, number -> new CountWindow())
                        .use(count);
            }
            long bit = 1L << (nonce & 63);
            return (usedOnce.getAndAccumulate(nonce >>> 6, bit, (a, b) -> a | b) & bit) == 0;
        }
    }
}
