package io.telamon.gateway.command;

import io.telamon.gateway.spi.directory.TierFeature;
import io.telamon.gateway.spi.engine.Bytes;
import io.telamon.gateway.wire.BsonCursor;
import io.telamon.gateway.wire.BsonType;
import io.telamon.gateway.wire.MalformedFrameException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Some tiers ignore {@code allowDiskUse}: it is switched off where it stands, so that no engine need be told of it in another message. */
final class DiskUse {

    private static final byte[] ALLOW = "allowDiskUse".getBytes(StandardCharsets.US_ASCII);

    private DiskUse() {}

    static void switchOff(Request request) throws MalformedFrameException {
        if (request.tenant().offers(TierFeature.DISK_USE)) {
            return;
        }
        Bytes body = request.message().bodyBytes();
        switch (request.spec().name()) {
            case "find", "aggregate" -> switchOff(body);
            case "explain" -> switchOffWithin(body);
            default -> {}
        }
    }

    private static void switchOffWithin(Bytes explain) throws MalformedFrameException {
        BsonCursor elements = BsonCursor.over(explain);
        if (elements.next() && elements.type() == BsonType.DOCUMENT) {
            switchOff(elements.value());
        }
    }

    private static void switchOff(Bytes command) throws MalformedFrameException {
        BsonCursor elements = BsonCursor.over(command);
        while (elements.next()) {
            if (elements.nameBegins('a') && elements.isNamed(ALLOW) && hasZero(elements.type())) {
                Bytes value = elements.value();
                Arrays.fill(value.array(), value.offset(), value.end(), (byte) 0);
            }
        }
    }

    /** Whether a value of the type whose bytes are all zero is false. */
    private static boolean hasZero(int type) {
        return switch (type) {
            case BsonType.BOOLEAN, BsonType.INT32, BsonType.INT64, BsonType.DOUBLE -> true;
            default -> false;
        };
    }
}
