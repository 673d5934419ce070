package io.telamon.gateway.command;

import io.telamon.gateway.error.Errors;
import io.telamon.gateway.spi.directory.TierFeature;
import io.telamon.gateway.spi.engine.Bytes;
import io.telamon.gateway.spi.engine.Message;
import io.telamon.gateway.wire.BsonCursor;
import io.telamon.gateway.wire.MalformedFrameException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Collations, of a command or of one of its statements, which some tiers do not offer. */
final class CollationRule implements Rule {

    private static final byte[] COLLATION = "collation".getBytes(StandardCharsets.US_ASCII);
    private static final List<String> STATEMENTS = List.of("updates", "deletes", "indexes", "ops");

    @Override
    public void check(Request request) throws MalformedFrameException {
        if (request.tenant().offers(TierFeature.COLLATION)) {
            return;
        }
        Message message = request.message();
        check(message.bodyBytes());
        for (String field : STATEMENTS) {
            for (Bytes statement : Documents.of(message, field)) {
                check(statement);
            }
        }
    }

    private static void check(Bytes document) throws MalformedFrameException {
        BsonCursor elements = BsonCursor.over(document);
        while (elements.next()) {
            if (elements.isNamed(COLLATION)) {
                throw Errors.notInThisTier("collation");
            }
        }
    }
}
