package io.telamon.control.cluster;

import java.util.List;

/**
 * How drivers' connections are encrypted.
 *
 * @param customOpensslCipherConfigTls12 the cipher suites of TLS 1.2 by their names, where the mode is {@link CipherMode#CUSTOM}
 * @param customOpensslCipherConfigTls13 those of TLS 1.3
 * @param minimumEnabledTlsProtocol the oldest version that is accepted
 */
public record TlsSettings(
        List<String> customOpensslCipherConfigTls12,
        List<String> customOpensslCipherConfigTls13,
        Protocol minimumEnabledTlsProtocol,
        CipherMode tlsCipherConfigMode) {

    /** What a cluster has that says nothing of it, as recorded. */
    public static final TlsSettings DEFAULT =
            new TlsSettings(List.of(), List.of(), Protocol.TLS1_2, CipherMode.DEFAULT);

    /** Keeps copies. */
    public TlsSettings {
        customOpensslCipherConfigTls12 = List.copyOf(customOpensslCipherConfigTls12);
        customOpensslCipherConfigTls13 = List.copyOf(customOpensslCipherConfigTls13);
    }

    /** The versions of TLS. */
    public enum Protocol {
        TLS1_0,
        TLS1_1,
        TLS1_2,
        TLS1_3
    }

    /** Who says which cipher suites there are. */
    public enum CipherMode {
        /** The client. */
        CUSTOM,
        /** The service. */
        DEFAULT
    }

    /** The same with the cipher suites that its mode has: none but those of the service where the client names none. */
    TlsSettings withSuitesOfMode() {
        return tlsCipherConfigMode == CipherMode.CUSTOM
                ? this
                : new TlsSettings(List.of(), List.of(), minimumEnabledTlsProtocol, tlsCipherConfigMode);
    }
}
