package io.telamon.server.settings;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What clients are told of where the server is.
 *
 * @param host a host name in lower case or a literal IP address, without brackets
 * @param port of the API, 1 to 65535, when it differs from the one that the server listens on
 */
public record Advertised(String host, Optional<Integer> port) {

    private static final Pattern WITH_PORT = Pattern.compile("(\\[.*]|[^:]*):(\\d{1,5})");
    private static final Pattern LOOKS_LIKE_IPV4 = Pattern.compile("[0-9.]+");
    private static final Pattern IPV4 = Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+");
    private static final int HIGHEST_PORT = 65_535;

    /**
     * The host and port of a text: {@code HOST}, {@code HOST:PORT} or {@code [IPV6]:PORT}.
     *
     * @throws IllegalArgumentException when it is not such a text, or an address that nobody can connect to, such as 0.0.0.0
     */
    static Advertised of(String text) {
        Matcher matcher = WITH_PORT.matcher(text);
        return matcher.matches()
                ? new Advertised(host(matcher.group(1)), Optional.of(port(matcher.group(2))))
                : new Advertised(host(text), Optional.empty());
    }

    /**
     * A host name in lower case, or an IP address in the form in which Java writes it; an IPv6 address may stand in brackets.
     *
     * @throws IllegalArgumentException when it is neither
     */
    static String host(String text) {
        if (text.startsWith("[") && text.endsWith("]")) {
            return literal(InetAddress.ofLiteral(text.substring(1, text.length() - 1)));
        }
        if (text.indexOf(':') >= 0) {
            return literal(InetAddress.ofLiteral(text));
        }
        if (LOOKS_LIKE_IPV4.matcher(text).matches()) {
            if (!IPV4.matcher(text).matches()) {
                throw new IllegalArgumentException("an IPv4 address has four parts");
            }
            return literal(Inet4Address.ofLiteral(text));
        }
        String name = text.toLowerCase(Locale.ROOT);
        if (!Kinds.HOST_NAME.test(name)) {
            throw new IllegalArgumentException("no host name");
        }
        return name;
    }

    /** An address as text, without the zone of an IPv6 address. */
    static String literal(InetAddress address) {
        if (address.isAnyLocalAddress()) {
            throw new IllegalArgumentException("an address to listen on, not to connect to");
        }
        return address.getHostAddress().split("%", -1)[0];
    }

    private static int port(String digits) {
        int port = Integer.parseInt(digits);
        if (port < 1 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("no port");
        }
        return port;
    }
}
