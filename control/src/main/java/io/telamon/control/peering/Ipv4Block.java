package io.telamon.control.peering;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of IPv4 addresses in CIDR notation (RFC 4632).
 *
 * @param address the address as it is written, also with host bits
 * @param length of the prefix, 0 to 32
 */
record Ipv4Block(int address, int length) {

    private static final Pattern NOTATION =
            Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");
    private static final int BITS = 32;
    private static final int HIGHEST_OCTET = 255;

    /** Reads the notation; nothing when the text is none of it. */
    static Optional<Ipv4Block> parse(String text) {
        Matcher matcher = NOTATION.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int address = 0;
        for (int octet = 1; octet <= 4; octet++) {
            int value = Integer.parseInt(matcher.group(octet));
            if (value > HIGHEST_OCTET) {
                return Optional.empty();
            }
            address = address << 8 | value;
        }
        int length = Integer.parseInt(matcher.group(5));
        return length > BITS ? Optional.empty() : Optional.of(new Ipv4Block(address, length));
    }

    /** The block without host bits. */
    Ipv4Block canonical() {
        return new Ipv4Block(address & mask(length), length);
    }

    /** Whether an address is in both blocks. */
    boolean overlaps(Ipv4Block other) {
        int common = mask(Math.min(length, other.length));
        return (address & common) == (other.address & common);
    }

    /** Whether all of its addresses are private (RFC 1918). */
    boolean isPrivate() {
        return isWithin(10 << 24, 8) || isWithin(172 << 24 | 16 << 16, 12) || isWithin(192 << 24 | 168 << 16, 16);
    }

    /** The block of the same length before this one. */
    Ipv4Block previous() {
        return new Ipv4Block(address - (1 << (BITS - length)), length);
    }

    private boolean isWithin(int range, int prefix) {
        return length >= prefix && (address & mask(prefix)) == range;
    }

    private static int mask(int length) {
        return length == 0 ? 0 : -1 << (BITS - length);
    }

    /** The CIDR notation. */
    String text() {
        return (address >>> 24) + "." + (address >>> 16 & 255) + "." + (address >>> 8 & 255) + "." + (address & 255)
                + "/" + length;
    }
}
