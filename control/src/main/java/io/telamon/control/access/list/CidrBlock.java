package io.telamon.control.access.list;

import java.util.Optional;

/**
 * A range of addresses as a client wrote it, host bits and all. Several blocks may mean one range: {@code 10.1.2.3/16} and
 * {@code 10.1.0.0/16}.
 *
 * @param text the block in CIDR notation, as it is shown
 * @param range what it means
 */
public record CidrBlock(String text, IpRange range) {

    /** Reads an address, or an address and a prefix length after a slash; nothing when it is neither. */
    public static Optional<CidrBlock> parse(String written) {
        return IpRange.parse(written).map(range -> new CidrBlock(withPrefix(written), range));
    }

    private static String withPrefix(String written) {
        if (written.indexOf('/') >= 0) {
            return written;
        }
        return written + (written.indexOf(':') < 0 ? "/32" : "/128");
    }

    /** The one address of the range, as it was written; nothing when there are more. */
    public Optional<String> ipAddress() {
        return range.ipAddress().map(single -> text.substring(0, text.indexOf('/')));
    }
}
