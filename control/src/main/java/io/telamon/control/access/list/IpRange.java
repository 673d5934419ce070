package io.telamon.control.access.list;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A range of addresses of IP version 4 or 6. Both are held as 128 bits, version 4 in its mapped form (RFC 4291, section
 * 2.5.5.2), so that a client that comes in by a mapped address is told by the address that it has.
 *
 * @param high the upper 64 bits of the range's first address
 * @param low the lower 64 bits
 * @param prefix how many bits all addresses of the range share, 0 to 128
 */
public record IpRange(long high, long low, int prefix) {

    private static final int BITS = 128;
    private static final int MAPPED_BITS = 96;
    private static final long MAPPED = 0x0000_FFFF_0000_0000L;

    /** Reads an address, or an address and a prefix length after a slash; nothing when it is neither. */
    public static Optional<IpRange> parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        boolean dotted = address.indexOf(':') < 0;
        if (!isLiteral(address, dotted)) {
            return Optional.empty();
        }
        try {
            IpRange single = of(InetAddress.ofLiteral(address));
            int bits = slash < 0 ? BITS : prefix(text.substring(slash + 1), dotted);
            boolean splitsMapping = bits < MAPPED_BITS && single.isVersion4();
            return bits < 0 || bits > BITS || splitsMapping ? Optional.empty() : Optional.of(single.widened(bits));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The range of one address. */
    public static IpRange of(InetAddress address) {
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
        return address instanceof Inet4Address
                ? new IpRange(0, MAPPED | Integer.toUnsignedLong(bytes.getInt()), BITS)
                : new IpRange(bytes.getLong(), bytes.getLong(), BITS);
    }

    /** Whether the other range's addresses are all in this one. A range of version 6 has none of version 4. */
    public boolean contains(IpRange other) {
        return prefix <= other.prefix
                && isVersion4() == other.isVersion4()
                && ((high ^ other.high) & highMask(prefix)) == 0
                && ((low ^ other.low) & lowMask(prefix)) == 0;
    }

    /** The range in CIDR notation. */
    public String cidrBlock() {
        return address() + "/" + (isVersion4() ? prefix - MAPPED_BITS : prefix);
    }

    /** The one address of the range; nothing when there are more. */
    public Optional<String> ipAddress() {
        return prefix == BITS ? Optional.of(address()) : Optional.empty();
    }

    private boolean isVersion4() {
        return prefix >= MAPPED_BITS && high == 0 && (low & 0xFFFF_FFFF_0000_0000L) == MAPPED;
    }

    private String address() {
        try {
            byte[] bytes = isVersion4()
                    ? ByteBuffer.allocate(4).putInt((int) low).array()
                    : ByteBuffer.allocate(16).putLong(high).putLong(low).array();
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private IpRange widened(int bits) {
        return new IpRange(high & highMask(bits), low & lowMask(bits), bits);
    }

    /** No name that would be looked up, no zone, no octet left out as the JDK allows it. */
    private static boolean isLiteral(String address, boolean dotted) {
        boolean plain = address.chars().allMatch(c -> HexFormat.isHexDigit(c) || c == ':' || c == '.');
        return plain && (!dotted || address.chars().filter(c -> c == '.').count() == 3);
    }

    private static int prefix(String digits, boolean dotted) {
        boolean wellFormed =
                !digits.isEmpty() && digits.length() <= 3 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!wellFormed) {
            return -1;
        }
        int length = Integer.parseInt(digits);
        return dotted ? (length <= BITS - MAPPED_BITS ? length + MAPPED_BITS : -1) : length;
    }

    private static long highMask(int bits) {
        return bits >= 64 ? -1L : bits == 0 ? 0 : -1L << (64 - bits);
    }

    private static long lowMask(int bits) {
        return bits <= 64 ? 0 : -1L << (BITS - bits);
    }
}
