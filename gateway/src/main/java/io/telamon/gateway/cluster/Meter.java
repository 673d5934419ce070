package io.telamon.gateway.cluster;

import io.telamon.gateway.api.MeterReading;
import io.telamon.gateway.api.OperationKind;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** The counters of one cluster. */
public final class Meter {

    private static final int READ_UNIT = 4096;
    private static final int WRITE_UNIT = 1024;

    private final AtomicLong connections = new AtomicLong();
    private final LongAdder opened = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder authenticationFailures = new LongAdder();
    private final Map<OperationKind, LongAdder> operations = new EnumMap<>(OperationKind.class);
    private final LongAdder bytesIn = new LongAdder();
    private final LongAdder bytesOut = new LongAdder();
    private final LongAdder throttledOperations = new LongAdder();
    private final LongAdder throttledNanos = new LongAdder();
    private final LongAdder readUnits = new LongAdder();
    private final LongAdder writeUnits = new LongAdder();

    /** All at zero. */
    public Meter() {
        for (OperationKind kind : OperationKind.values()) {
            operations.put(kind, new LongAdder());
        }
    }

    /** Counts a connection in. */
    public void connectionOpened() {
        connections.incrementAndGet();
        opened.increment();
    }

    /** Counts a connection out. */
    public void connectionClosed() {
        connections.decrementAndGet();
    }

    /** Counts a connection that was turned away, or closed for another one. */
    public void connectionRefused() {
        refused.increment();
    }

    /** Open connections. */
    public long connections() {
        return connections.get();
    }

    /** Counts a failed attempt to authenticate. */
    public void authenticationFailed() {
        authenticationFailures.increment();
    }

    /** Counts bytes that went over the wire. */
    public void transferred(long in, long out) {
        bytesIn.add(in);
        bytesOut.add(out);
    }

    /** Counts an operation that was run. */
    public void operation(OperationKind kind) {
        LongAdder counter = operations.get(kind);
        if (counter != null) {
            counter.increment();
        }
    }

    /** Counts the processing units of an operation by the bytes it answered, or by those it wrote. */
    public void units(boolean write, int requestBytes, int replyBytes) {
        if (write) {
            writeUnits.add(units(requestBytes, WRITE_UNIT));
        } else {
            readUnits.add(units(replyBytes, READ_UNIT));
        }
    }

    private static long units(int bytes, int unit) {
        return Math.max(1, Math.ceilDiv(bytes, unit));
    }

    /** Counts time for which an operation waited its turn. */
    public void throttled(long nanos) {
        throttledOperations.increment();
        throttledNanos.add(nanos);
    }

    /** The counters now. */
    public MeterReading reading(long logicalBytes) {
        Map<OperationKind, Long> counts = new EnumMap<>(OperationKind.class);
        operations.forEach((kind, counter) -> counts.put(kind, counter.sum()));
        return new MeterReading(
                connections.get(),
                opened.sum(),
                refused.sum(),
                authenticationFailures.sum(),
                counts,
                bytesIn.sum(),
                bytesOut.sum(),
                throttledOperations.sum(),
                Duration.ofNanos(throttledNanos.sum()),
                readUnits.sum(),
                writeUnits.sum(),
                logicalBytes);
    }
}
