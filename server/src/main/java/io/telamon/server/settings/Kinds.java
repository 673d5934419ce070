package io.telamon.server.settings;

import io.telamon.control.dataplane.PortRange;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The kinds of values that settings have. */
final class Kinds {

    /** The label of settings that are yes or no. */
    static final String FLAG = "true|false";

    private static final int MASTER_KEY_BYTES = 32;
    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";

    /** Tests for host names in lower case; underscores are let in, as DNS and Docker have them. */
    static final Predicate<String> HOST_NAME = Pattern.compile(
                    "(?!.{254})[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*")
            .asMatchPredicate();

    private static final String WILDCARD = "*.";

    private Kinds() {}

    static Kind<Integer> wholeNumber(String label, int least, int most) {
        return new Kind<>(label, "a whole number from %d to %d".formatted(least, most), text -> {
            int number = Integer.parseInt(text);
            return require(number, number >= least && number <= most);
        });
    }

    static Kind<Path> path(String label, String expectation) {
        return new Kind<>(label, expectation, Path::of);
    }

    static Kind<InetAddress> address() {
        return new Kind<>("ADDRESS", "an IP address or the name of a host that has one", text -> {
            try {
                return InetAddress.getByName(text);
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(e);
            }
        });
    }

    /** One of an enumeration's constants, named as settings are: lower case, with hyphens. */
    static <E extends Enum<E>> Kind<E> oneOf(Class<E> type) {
        return oneOf(type, constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    static <E extends Enum<E>> Kind<E> oneOf(Class<E> type, Function<E, String> naming) {
        E[] constants = type.getEnumConstants();
        String names = Arrays.stream(constants).map(naming).collect(Collectors.joining("|"));
        return new Kind<>(
                names,
                "one of " + names.replace("|", ", "),
                text -> Arrays.stream(constants)
                        .filter(constant -> naming.apply(constant).equalsIgnoreCase(text))
                        .findFirst()
                        .orElseThrow(IllegalArgumentException::new));
    }

    static Kind<String> text(String label, String expectation, String pattern) {
        return matching(label, expectation, Pattern.compile(pattern).asMatchPredicate());
    }

    static Kind<String> matching(String label, String expectation, Predicate<String> condition) {
        return new Kind<>(label, expectation, text -> require(text, condition.test(text)));
    }

    static Kind<PortRange> ports() {
        return new Kind<>(
                "FIRST-LAST", "a range of ports such as 27018-30017, 0 for any free ones, or off", PortRange::of);
    }

    static Kind<EngineChoice> engine() {
        return new Kind<>(
                        "auto|embedded|mongod|ferretdb|URI",
                        "one of auto, embedded, mongod, ferretdb, or deployments such as mongodb://HOST/ or AWS/US_EAST_1=mongodb://HOST/#500GB",
                        EngineChoice::of)
                .keptSecretWhen(text -> text.contains(":") || text.contains("@"));
    }

    /** Yes or no; on the command line the name alone means yes. */
    static Kind<Boolean> flag() {
        return new Kind<>(FLAG, "true or false", text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        });
    }

    static Kind<Advertised> advertised() {
        return new Kind<>(
                "HOST[:PORT]",
                "a host name or an IP address that clients connect to, alone or with :PORT",
                Advertised::of);
    }

    /** Names for a certificate, as they are written there. */
    static Kind<List<String>> certificateNames() {
        return new Kind<>(
                "NAME,...",
                "host names, *.DOMAIN or IP addresses, separated by commas",
                text -> Arrays.stream(text.split(",", -1))
                        .map(String::strip)
                        .map(name -> name.startsWith(WILDCARD)
                                ? WILDCARD + Advertised.host(name.substring(WILDCARD.length()))
                                : Advertised.host(name))
                        .toList());
    }

    /** A DNS domain, in lower case and without a dot at its end. */
    static Kind<String> domain() {
        return text("DOMAIN", "a domain name such as db.example.com", "(?!.{190})" + LABEL + "(\\." + LABEL + ")*");
    }

    /** An http or https URL of a server, without a path; kept without a trailing slash. */
    static Kind<String> origin() {
        return new Kind<>("URL", "an http or https URL without path, query and user", text -> {
            URI url = URI.create(text);
            boolean plain = ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
                    && (url.getHost() != null)
                    && (url.getRawUserInfo() == null)
                    && (url.getRawQuery() == null)
                    && (url.getRawFragment() == null)
                    && url.getRawPath().matches("/?")
                    && !Advertised.host(url.getHost()).isEmpty();
            return require(url.getScheme() + "://" + url.getRawAuthority(), plain);
        });
    }

    static Kind<String> database() {
        return matching(
                        "URL",
                        "a URL that begins with postgresql://",
                        text -> text.startsWith("postgresql://") && text.length() > "postgresql://".length())
                .keptSecret();
    }

    static Kind<String> masterKey() {
        return matching(
                        "KEY",
                        "the Base64 form of 32 bytes",
                        text -> Base64.getDecoder().decode(text).length == MASTER_KEY_BYTES)
                .keptSecret();
    }

    private static <T> T require(T value, boolean condition) {
        if (!condition) {
            throw new IllegalArgumentException();
        }
        return value;
    }
}
