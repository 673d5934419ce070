package io.telamon.server;

import io.telamon.server.settings.Settings.Listening;
import io.telamon.server.settings.Tls;
import java.net.Inet6Address;
import java.net.InetAddress;

/** Where clients on this machine reach the server. */
final class BaseUrl {

    private BaseUrl() {}

    /** The URL, with the trailing slash that some clients need. */
    static String of(Listening listening, int port) {
        return listening.publicUrl().orElseGet(() -> scheme(listening) + host(listening.address()) + ":" + port) + "/";
    }

    private static String scheme(Listening listening) {
        return listening.tls() instanceof Tls.Off ? "http://" : "https://";
    }

    static String host(InetAddress address) {
        if (address.isAnyLocalAddress()) {
            return "127.0.0.1";
        }
        String text = address.getHostAddress();
        return address instanceof Inet6Address ? "[" + text + "]" : text;
    }
}
