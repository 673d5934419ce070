package io.telamon.gateway.command;

import io.telamon.gateway.error.Errors;
import io.telamon.gateway.spi.directory.Action;
import io.telamon.gateway.spi.engine.Bytes;
import io.telamon.gateway.wire.BsonCursor;
import io.telamon.gateway.wire.BsonType;
import io.telamon.gateway.wire.MalformedFrameException;
import java.nio.charset.StandardCharsets;

/** To write past the validator of a collection needs an action of its own, on every namespace that is written. */
final class ValidationRule implements Rule {

    private static final byte[] BYPASS = "bypassDocumentValidation".getBytes(StandardCharsets.US_ASCII);

    @Override
    public void check(Request request) throws MalformedFrameException {
        boolean asked = false;
        for (RequiredPrivilege touch : request.effects().touches()) {
            if (touch.isValidated()) {
                if (!asked && !bypasses(request.message().bodyBytes())) {
                    return;
                }
                asked = true;
                require(request, touch);
            }
        }
    }

    private static void require(Request request, RequiredPrivilege touch) {
        if (!request.principal().privileges().allow(Action.BYPASS_DOCUMENT_VALIDATION, touch.namespace())) {
            throw Errors.notAllowed(Action.BYPASS_DOCUMENT_VALIDATION.command(), touch.namespace());
        }
    }

    private static boolean bypasses(Bytes command) throws MalformedFrameException {
        BsonCursor elements = BsonCursor.over(command);
        while (elements.next()) {
            if (elements.isNamed(BYPASS)) {
                return elements.type() == BsonType.BOOLEAN ? isTrue(elements.value()) : elements.number() != 0;
            }
        }
        return false;
    }

    private static boolean isTrue(Bytes value) {
        return value.array()[value.offset()] != 0;
    }
}
