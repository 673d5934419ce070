package io.telamon.documents.query;

import static io.telamon.documents.query.FilterParser.badValue;

import io.telamon.documents.value.ArrayValue;
import io.telamon.documents.value.BsonBytes;
import io.telamon.documents.value.NumberValue;
import io.telamon.documents.value.Value;

/** {@code $mod}: numbers that leave a remainder. Fractions of all three numbers are cut off. */
final class ModTest {
    private static final double TWO_63 = 0x1p63;

    private ModTest() {}

    static ElementTest of(Value value) {
        if (!(value instanceof ArrayValue array)) {
            throw badValue("malformed mod, needs to be an array");
        }
        if (array.size() != 2) {
            throw badValue("malformed mod, " + (array.size() < 2 ? "not enough elements" : "too many elements"));
        }
        long divisor = whole(array.get(0), "divisor");
        long remainder = whole(array.get(1), "remainder");
        if (divisor == 0) {
            throw badValue("divisor cannot be 0");
        }
        return (bytes, type, position) -> switch (type) {
            case 16 -> matches(BsonBytes.int32(bytes, position), divisor, remainder);
            case 18 -> matches(BsonBytes.int64(bytes, position), divisor, remainder);
            case 1, 19 -> {
                NumberValue number = (NumberValue) BsonBytes.decode(bytes, type, position);
                yield isInRange(number) && matches(number.toLong(), divisor, remainder);
            }
            default -> false;
        };
    }

    private static boolean matches(long value, long divisor, long remainder) {
        return (divisor == -1 ? 0 : value % divisor) == remainder;
    }

    private static boolean isInRange(NumberValue number) {
        return number.isLong() || (number.toDouble() < TWO_63 && number.toDouble() >= -TWO_63);
    }

    private static long whole(Value value, String what) {
        if (!(value instanceof NumberValue number)) {
            throw badValue("malformed mod, " + what + " not a number");
        }
        if (!isInRange(number)) {
            throw badValue("malformed mod, " + what + " value is invalid: out of range");
        }
        return number.toLong();
    }
}
