package io.telamon.gateway.command;

import io.telamon.gateway.error.Errors;
import io.telamon.gateway.spi.engine.Message;
import io.telamon.gateway.wire.BsonCursor;
import io.telamon.gateway.wire.BsonType;
import io.telamon.gateway.wire.MalformedFrameException;
import java.nio.charset.StandardCharsets;

/** The stable API: there is version 1, and a client may insist that commands belong to it. */
final class ApiVersion {

    private static final byte[] VERSION = "apiVersion".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] STRICT = "apiStrict".getBytes(StandardCharsets.US_ASCII);

    private ApiVersion() {}

    static void check(Message message, CommandSpec spec) throws MalformedFrameException {
        BsonCursor elements = BsonCursor.over(message.bodyBytes());
        while (elements.next()) {
            if (!elements.nameBegins('a')) {
                continue;
            }
            if (elements.isNamed(VERSION) && elements.type() == BsonType.STRING) {
                requireOne(elements.string());
            } else if (elements.isNamed(STRICT) && isTrue(elements) && !spec.stable()) {
                throw Errors.apiStrict(spec.name());
            }
        }
    }

    private static boolean isTrue(BsonCursor element) {
        return element.type() == BsonType.BOOLEAN
                && element.value().array()[element.value().offset()] != 0;
    }

    private static void requireOne(String version) {
        if (!version.equals("1")) {
            throw Errors.apiVersion(version);
        }
    }
}
