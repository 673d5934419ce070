package io.telamon.gateway.command;

import io.telamon.gateway.error.Errors;
import io.telamon.gateway.spi.directory.ClusterKind;
import io.telamon.gateway.spi.engine.Bytes;
import io.telamon.gateway.spi.engine.Message;
import io.telamon.gateway.wire.BsonCursor;
import io.telamon.gateway.wire.BsonType;
import io.telamon.gateway.wire.MalformedFrameException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What serverless instances alone do not offer: collation, and acknowledgement by a number of members. */
final class ServerlessRule implements Rule {

    private static final byte[] COLLATION = ascii("collation");
    private static final byte[] WRITE_CONCERN = ascii("writeConcern");
    private static final byte[] W = ascii("w");
    private static final List<String> STATEMENTS = List.of("updates", "deletes", "indexes", "ops");

    @Override
    public void check(Request request) throws MalformedFrameException {
        if (request.tenant().kind() != ClusterKind.SERVERLESS) {
            return;
        }
        Message message = request.message();
        checkWriteConcern(message.bodyBytes());
        checkCollation(message.bodyBytes());
        for (String field : STATEMENTS) {
            for (Bytes statement : Documents.of(message, field)) {
                checkCollation(statement);
            }
        }
    }

    private static void checkCollation(Bytes document) throws MalformedFrameException {
        BsonCursor elements = BsonCursor.over(document);
        while (elements.next()) {
            if (elements.isNamed(COLLATION)) {
                throw Errors.notInThisTier("collation");
            }
        }
    }

    private static void checkWriteConcern(Bytes command) throws MalformedFrameException {
        BsonCursor elements = BsonCursor.over(command);
        while (elements.next()) {
            if (elements.isNamed(WRITE_CONCERN) && elements.type() == BsonType.DOCUMENT) {
                BsonCursor parts = BsonCursor.over(elements.value());
                while (parts.next()) {
                    if (parts.isNamed(W) && parts.number() > 1) {
                        throw Errors.notInThisTier("a write concern of more than one member");
                    }
                }
            }
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
