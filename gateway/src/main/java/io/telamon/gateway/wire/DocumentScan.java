package io.telamon.gateway.wire;

import io.telamon.gateway.spi.engine.Bytes;
import io.telamon.gateway.spi.engine.DocumentSequence;
import io.telamon.gateway.spi.engine.Message;
import java.nio.charset.StandardCharsets;

/**
 * Walks once through everything a message carries, without decoding it: checks that it is well formed to its innermost element, measures
 * how deep it goes, and notices the operators that run or reveal more than data.
 */
public final class DocumentScan {

    /** The deepest nesting that is looked into; what is deeper is not checked and must be refused. */
    public static final int DEEPEST = 180;

    private static final byte[] WHERE = ascii("$where");
    private static final byte[] FUNCTION = ascii("$function");
    private static final byte[] ACCUMULATOR = ascii("$accumulator");
    private static final byte[] USER_ROLES = ascii("$$USER_ROLES");

    private int bodyDepth;
    private int documentDepth;
    private boolean where;
    private boolean function;
    private boolean accumulator;
    private boolean userRoles;

    private DocumentScan() {}

    /** Scans a message with its document sequences. */
    public static DocumentScan of(Message message) throws MalformedFrameException {
        DocumentScan scan = new DocumentScan();
        scan.bodyDepth = scan.depth(message.bodyBytes(), 1);
        for (DocumentSequence sequence : message.sequences()) {
            scan.sequence(sequence.documents());
        }
        return scan;
    }

    /** Levels of one document, itself included. */
    public static int depthOf(Bytes document) throws MalformedFrameException {
        return new DocumentScan().depth(document, 1);
    }

    private void sequence(Bytes documents) throws MalformedFrameException {
        int at = documents.offset();
        while (at < documents.end()) {
            int length = BsonCursor.lengthAt(documents.array(), at, documents.end());
            documentDepth = Math.max(documentDepth, depth(new Bytes(documents.array(), at, length), 1));
            at += length;
        }
    }

    private int depth(Bytes document, int level) throws MalformedFrameException {
        BsonCursor elements = BsonCursor.over(document);
        int deepest = level;
        while (elements.next()) {
            if (elements.isContainer() && level < DEEPEST) {
                deepest = Math.max(deepest, depth(elements.value(), level + 1));
            } else if (elements.isContainer()) {
                deepest = level + 1;
            } else {
                userRoles |= elements.stringBegins(USER_ROLES);
            }
            if (elements.nameBegins('$')) {
                notice(elements);
            }
        }
        return deepest;
    }

    private void notice(BsonCursor element) {
        where |= element.isNamed(WHERE);
        function |= element.isNamed(FUNCTION);
        accumulator |= element.isNamed(ACCUMULATOR);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Levels of the body, itself included. */
    public int bodyDepth() {
        return bodyDepth;
    }

    /** Levels of the deepest document beside the body. */
    public int documentDepth() {
        return documentDepth;
    }

    /** Whether {@code $where} occurs. */
    public boolean where() {
        return where;
    }

    /** Whether {@code $function} occurs. */
    public boolean function() {
        return function;
    }

    /** Whether {@code $accumulator} occurs. */
    public boolean accumulator() {
        return accumulator;
    }

    /** Whether {@code $$USER_ROLES} occurs. */
    public boolean userRoles() {
        return userRoles;
    }
}
