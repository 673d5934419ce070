package io.telamon.documents.value;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.error.ErrorCode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Checks untrusted bytes: lengths, closing NULs, types, UTF-8 and nesting. */
final class BsonValidator {
    private static final int MAX_DEPTH = 200;
    private static final int SMALLEST = 5;

    private final byte[] bytes;

    private BsonValidator(byte[] bytes) {
        this.bytes = bytes;
    }

    static void validate(byte[] bytes) {
        BsonValidator validator = new BsonValidator(bytes);
        if (validator.document(0, bytes.length, 1) != bytes.length) {
            throw invalid("bytes follow the document");
        }
    }

    private int document(int position, int limit, int depth) {
        if (depth > MAX_DEPTH) {
            throw invalid("nested more than " + MAX_DEPTH + " levels deep");
        }
        require(position, SMALLEST, limit);
        int length = BsonBytes.int32(bytes, position);
        require(position, length, limit);
        int end = position + length - 1;
        if (length < SMALLEST || bytes[end] != 0) {
            throw invalid("a document's length is wrong");
        }
        int element = position + 4;
        while (element < end) {
            int value = endOfName(element + 1, end);
            element = value(bytes[element], value, end, depth);
        }
        return end + 1;
    }

    private int value(int type, int position, int limit, int depth) {
        return switch (type) {
            case 1, 9, 17, 18 -> require(position, 8, limit);
            case 2, 13, 14 -> string(position, limit);
            case 3, 4 -> document(position, limit, depth + 1);
            case 5 -> binary(position, limit);
            case 6, 10, -1, 127 -> position;
            case 7 -> require(position, 12, limit);
            case 8 -> bool(position, limit);
            case 11 -> endOfName(endOfName(position, limit), limit);
            case 12 -> require(string(position, limit), 12, limit);
            case 15 -> codeWithScope(position, limit, depth);
            case 16 -> require(position, 4, limit);
            case 19 -> require(position, 16, limit);
            default -> throw invalid("unrecognized BSON type " + type);
        };
    }

    private int require(int position, int length, int limit) {
        if (length < 0 || length > limit - position) {
            throw invalid("a value is longer than its document");
        }
        return position + length;
    }

    private int bool(int position, int limit) {
        int end = require(position, 1, limit);
        if (bytes[position] != 0 && bytes[position] != 1) {
            throw invalid("a boolean is neither 0 nor 1");
        }
        return end;
    }

    private int string(int position, int limit) {
        require(position, 4, limit);
        int length = BsonBytes.int32(bytes, position);
        int end = require(position + 4, length, limit);
        if (length < 1 || bytes[end - 1] != 0) {
            throw invalid("a string is not closed by NUL");
        }
        utf8(position + 4, length - 1);
        return end;
    }

    private int binary(int position, int limit) {
        require(position, 5, limit);
        int length = BsonBytes.int32(bytes, position);
        int end = require(position + 5, length, limit);
        if (bytes[position + 4] == 2 && (length < 4 || BsonBytes.int32(bytes, position + 5) != length - 4)) {
            throw invalid("the lengths of binary data differ");
        }
        return end;
    }

    private int codeWithScope(int position, int limit, int depth) {
        require(position, 4, limit);
        int end = require(position, BsonBytes.int32(bytes, position), limit);
        if (document(string(position + 4, end), end, depth + 1) != end) {
            throw invalid("the length of code with scope is wrong");
        }
        return end;
    }

    private int endOfName(int position, int limit) {
        int end = position;
        while (end < limit && bytes[end] != 0) {
            end++;
        }
        if (end >= limit) {
            throw invalid("a name is not closed by NUL");
        }
        utf8(position, end - position);
        return end + 1;
    }

    private void utf8(int position, int length) {
        for (int i = position; i < position + length; i++) {
            if (bytes[i] < 0) {
                decode(position, length);
                return;
            }
        }
    }

    private void decode(int position, int length) {
        try {
            var _ = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, position, length));
        } catch (CharacterCodingException _) {
            throw invalid("a text is not valid UTF-8");
        }
    }

    private static CommandException invalid(String what) {
        return ErrorCode.INVALID_BSON.error("Invalid BSON: " + what);
    }
}
