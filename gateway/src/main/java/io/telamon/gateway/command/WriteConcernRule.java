package io.telamon.gateway.command;

import io.telamon.gateway.error.Errors;
import io.telamon.gateway.spi.directory.TierFeature;
import io.telamon.gateway.spi.engine.Bytes;
import io.telamon.gateway.wire.BsonCursor;
import io.telamon.gateway.wire.BsonType;
import io.telamon.gateway.wire.MalformedFrameException;
import java.nio.charset.StandardCharsets;

/** Write concerns of more than one member, which some tiers do not offer. */
final class WriteConcernRule implements Rule {

    private static final byte[] WRITE_CONCERN = "writeConcern".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] W = "w".getBytes(StandardCharsets.US_ASCII);

    @Override
    public void check(Request request) throws MalformedFrameException {
        if (request.tenant().offers(TierFeature.WRITE_CONCERN_MEMBERS)) {
            return;
        }
        BsonCursor elements = BsonCursor.over(request.message().bodyBytes());
        while (elements.next()) {
            if (elements.isNamed(WRITE_CONCERN) && elements.type() == BsonType.DOCUMENT) {
                checkMembers(elements.value());
            }
        }
    }

    private static void checkMembers(Bytes writeConcern) throws MalformedFrameException {
        BsonCursor elements = BsonCursor.over(writeConcern);
        while (elements.next()) {
            if (elements.isNamed(W) && elements.number() > 1) {
                throw Errors.notInThisTier("a write concern of more than one member");
            }
        }
    }
}
