package io.telamon.control.dataplane;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ports that clusters are given.
 *
 * @param first from 1 to 65535, 0 for any free port, or -1 for none
 * @param last not before the first
 */
public record PortRange(int first, int last) {

    /** Any free port. */
    public static final PortRange ANY = new PortRange(0, 0);

    /** No port: clusters are reached through the shared one alone. */
    public static final PortRange NONE = new PortRange(-1, -1);

    private static final Pattern FORM = Pattern.compile("(\\d{1,5})-(\\d{1,5})");
    private static final int HIGHEST = 65_535;

    /** Refuses what is no range of ports. */
    public PortRange {
        boolean special = first == last && (first == 0 || first == -1);
        if (!special && (first < 1 || last > HIGHEST || last < first)) {
            throw new IllegalArgumentException(first + "-" + last + " is no range of ports");
        }
    }

    /**
     * The range of a text: {@code 27018-30017}, {@code 0} for any free port, or {@code off} for none.
     *
     * @throws IllegalArgumentException when it is not such a text
     */
    public static PortRange of(String text) {
        if (text.equals("0")) {
            return ANY;
        }
        if (text.equals("off")) {
            return NONE;
        }
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text + " is no range of ports");
        }
        return new PortRange(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** How many ports it has, if they are numbered. */
    int size() {
        return last - first + 1;
    }

    /** Whether a cluster may have the port. */
    boolean contains(int port) {
        return isAny() || (first <= port && port <= last);
    }

    boolean isAny() {
        return first == 0;
    }

    boolean isNone() {
        return first < 0;
    }

    @Override
    public String toString() {
        return isNone() ? "off" : isAny() ? "0" : first + "-" + last;
    }
}
