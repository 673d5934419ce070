package io.telamon.server;

import io.telamon.gateway.model.HostAddress;
import io.telamon.server.settings.Advertised;
import io.telamon.server.settings.Settings.Listening;
import io.telamon.server.settings.Tls;

/** The URL of the API that clients are told. */
final class BaseUrl {

    private BaseUrl() {}

    /**
     * The URL, with the trailing slash that some clients need.
     *
     * @param port that the server listens on
     */
    static String of(Listening listening, int port) {
        return listening.publicUrl().orElseGet(() -> scheme(listening) + authority(listening, port)) + "/";
    }

    private static HostAddress authority(Listening listening, int port) {
        return new HostAddress(
                listening.host(),
                listening.advertised().flatMap(Advertised::port).orElse(port));
    }

    private static String scheme(Listening listening) {
        return listening.tls() instanceof Tls.Off ? "http://" : "https://";
    }
}
