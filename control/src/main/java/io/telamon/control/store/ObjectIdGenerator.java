package io.telamon.control.store;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes ids as the API has them: 24 hexadecimal digits that begin with the second of their making, so that they sort by
 * age, and are unique over nodes and restarts.
 */
public final class ObjectIdGenerator {

    private static final HexFormat HEX = HexFormat.of();

    private final java.time.Clock clock;
    private final String node;
    private final AtomicInteger counter;

    public ObjectIdGenerator(java.time.Clock clock) {
        SecureRandom random = new SecureRandom();
        this.clock = clock;
        this.node = HEX.toHexDigits(random.nextLong(), 10);
        this.counter = new AtomicInteger(random.nextInt());
    }

    /** A new id. */
    public String next() {
        return HEX.toHexDigits((int) clock.instant().getEpochSecond())
                + node
                + HEX.toHexDigits(counter.incrementAndGet(), 6);
    }
}
