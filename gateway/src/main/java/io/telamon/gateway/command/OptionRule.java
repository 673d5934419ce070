package io.telamon.gateway.command;

import io.telamon.gateway.error.Errors;
import io.telamon.gateway.spi.directory.TierFeature;
import io.telamon.gateway.spi.directory.TierLimit;
import io.telamon.gateway.wire.BsonCursor;
import io.telamon.gateway.wire.MalformedFrameException;
import java.nio.charset.StandardCharsets;

/** Options of commands that the tiers do not offer. */
final class OptionRule implements Rule {

    private static final byte[] NO_TIMEOUT = ascii("noCursorTimeout");
    private static final byte[] MAX_TIME = ascii("maxTimeMS");
    private static final byte[] CAPPED = ascii("capped");

    @Override
    public void check(Request request) throws MalformedFrameException {
        switch (request.spec().name()) {
            case "find" -> find(request);
            case "aggregate" -> aggregate(request);
            case "create", "convertToCapped" -> capped(request);
            default -> {}
        }
    }

    private static void find(Request request) throws MalformedFrameException {
        if (request.tenant().offers(TierFeature.TIER_PROXY)
                && WriteAnalyzer.isTrue(request.message().bodyBytes(), NO_TIMEOUT)) {
            throw Errors.atlas("noTimeout cursors are disallowed in this atlas tier");
        }
    }

    private static void aggregate(Request request) throws MalformedFrameException {
        long most = request.limits().of(TierLimit.AGGREGATE_MILLIS);
        BsonCursor elements = BsonCursor.over(request.message().bodyBytes());
        while (elements.next()) {
            if (elements.isNamed(MAX_TIME) && elements.number() > most) {
                throw Errors.atlas("maxTimeMS must not exceed " + most + " in this atlas tier");
            }
        }
    }

    private static void capped(Request request) throws MalformedFrameException {
        boolean wanted = request.spec().name().equals("convertToCapped")
                || WriteAnalyzer.isTrue(request.message().bodyBytes(), CAPPED);
        if (wanted && !request.tenant().offers(TierFeature.CAPPED_COLLECTIONS)) {
            throw Errors.notInThisTier("a capped collection");
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
