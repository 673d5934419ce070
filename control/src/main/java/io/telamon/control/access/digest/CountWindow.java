package io.telamon.control.access.digest;

/**
 * The counts that were used of one nonce: those of a window below the highest one are known exactly, all below the window
 * count as used. So a client may have as many requests under way at once as the window is wide, and no client can fill the
 * memory by counting far ahead.
 */
final class CountWindow {

    static final int WIDTH = 1024;

    private final long[] bits = new long[WIDTH / Long.SIZE];
    private long highest;

    /** Uses a count; whether that was not done before. */
    synchronized boolean use(long count) {
        if (count <= highest - WIDTH) {
            return false;
        }
        advanceTo(count);
        int slot = (int) (count % WIDTH);
        long bit = 1L << (slot % Long.SIZE);
        boolean fresh = (bits[slot / Long.SIZE] & bit) == 0;
        bits[slot / Long.SIZE] |= bit;
        return fresh;
    }

    private void advanceTo(long count) {
        long from = Math.max(highest + 1, count - WIDTH + 1);
        for (long passed = from; passed <= count; passed++) {
            int slot = (int) (passed % WIDTH);
            bits[slot / Long.SIZE] &= ~(1L << (slot % Long.SIZE));
        }
        highest = Math.max(highest, count);
    }
}
