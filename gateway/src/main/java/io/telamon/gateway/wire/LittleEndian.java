package io.telamon.gateway.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The integers of the protocol and of BSON, read from and written to byte arrays. */
public final class LittleEndian {

    private static final VarHandle INT32 = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT64 = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private LittleEndian() {}

    /** Reads four bytes. */
    public static int int32(byte[] array, int offset) {
        return (int) INT32.get(array, offset);
    }

    /** Reads eight bytes. */
    public static long int64(byte[] array, int offset) {
        return (long) INT64.get(array, offset);
    }

    /** Writes four bytes. */
    public static void putInt32(byte[] array, int offset, int value) {
        INT32.set(array, offset, value);
    }

    /** Writes eight bytes. */
    public static void putInt64(byte[] array, int offset, long value) {
        INT64.set(array, offset, value);
    }
}
