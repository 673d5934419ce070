package io.telamon.documents.query;

import static io.telamon.documents.query.FilterParser.badValue;

import io.telamon.documents.value.ArrayValue;
import io.telamon.documents.value.BinaryValue;
import io.telamon.documents.value.BsonBytes;
import io.telamon.documents.value.NumberValue;
import io.telamon.documents.value.Value;
import java.util.stream.IntStream;

/** Bits of whole numbers of 64 bits, which go on with their sign, and of binary data, which go on with zeros. */
final class BitsTest {
    private BitsTest() {}

    static ElementTest of(String name, Value value) {
        int[] positions = switch (value) {
            case ArrayValue array -> positions(name, array);
            case NumberValue number -> bits(name, number);
            case BinaryValue binary -> bits(binary.data());
            default -> throw badValue(name + " takes an Array, a number, or a BinData but received: " + value.type());
        };
        boolean set = name.endsWith("Set");
        boolean all = name.startsWith("$bitsAll");
        return (bytes, type, position) -> switch (type) {
            case 16 -> matches(BsonBytes.int32(bytes, position), positions, set, all);
            case 18 -> matches(BsonBytes.int64(bytes, position), positions, set, all);
            case 1, 19 -> {
                NumberValue number = (NumberValue) BsonBytes.decode(bytes, type, position);
                yield number.isLong() && matches(number.toLong(), positions, set, all);
            }
            case 5 -> {
                byte[] data = ((BinaryValue) BsonBytes.decode(bytes, type, position)).data();
                yield matches(data, positions, set, all);
            }
            default -> false;
        };
    }

    private static boolean matches(long value, int[] positions, boolean set, boolean all) {
        for (int position : positions) {
            boolean bit = (value >> Math.min(position, 63) & 1) != 0;
            if ((bit == set) != all) {
                return !all;
            }
        }
        return all;
    }

    private static boolean matches(byte[] data, int[] positions, boolean set, boolean all) {
        for (int position : positions) {
            boolean bit = position / 8 < data.length && (data[position / 8] >> position % 8 & 1) != 0;
            if ((bit == set) != all) {
                return !all;
            }
        }
        return all;
    }

    private static int[] positions(String name, ArrayValue array) {
        int[] positions = new int[array.size()];
        for (int i = 0; i < positions.length; i++) {
            if (!(array.get(i) instanceof NumberValue number)) {
                throw badValue(name + " bit positions must be an integer but got: " + array.get(i));
            }
            if (!number.isLong()) {
                throw ArrayTests.unreadable(name + " bit positions must be an integer but got: " + array.get(i));
            }
            if (number.toLong() < 0) {
                throw badValue(name + " bit positions must be >= 0 but got: " + number);
            }
            if (number.toLong() > Integer.MAX_VALUE) {
                throw badValue(name + " bit positions cannot be represented as a 32-bit signed integer: " + number);
            }
            positions[i] = (int) number.toLong();
        }
        return positions;
    }

    private static int[] bits(String name, NumberValue number) {
        if (!number.isLong()) {
            throw ArrayTests.unreadable(name + ": Expected an integer: " + number);
        }
        long mask = number.toLong();
        if (mask < 0) {
            throw ArrayTests.unreadable(name + ": Expected a non-negative number: " + number);
        }
        return IntStream.range(0, 63).filter(i -> (mask >> i & 1) != 0).toArray();
    }

    private static int[] bits(byte[] mask) {
        return IntStream.range(0, mask.length * 8)
                .filter(i -> (mask[i / 8] >> i % 8 & 1) != 0)
                .toArray();
    }
}
