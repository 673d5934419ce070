package io.telamon.control.cluster.rule;

import io.telamon.control.api.ApiException;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Patch;
import io.telamon.control.api.Violation;
import io.telamon.control.cluster.TlsChange;
import io.telamon.control.cluster.TlsSettings;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which cipher suites clients may choose: those that the schemas of the API list. */
public final class TlsRules {

    private static final Set<String> SUITES_OF_TLS_12 =
            Set.of("TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");

    private static final Set<String> SUITES_OF_TLS_13 = Set.of(
            "TLS_AES_256_GCM_SHA384",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_AES_128_GCM_SHA256",
            "TLS_AES_128_CCM_SHA256");

    private TlsRules() {}

    /**
     * The settings after a change.
     *
     * @throws ApiException {@link ErrorCode#INVALID_ATTRIBUTE} for suites where the mode is not {@code CUSTOM},
     *     {@link ErrorCode#INVALID_ENUM_VALUE} for one that there is not
     */
    public static TlsSettings changed(TlsChange asked, TlsSettings before) {
        TlsSettings changed = Patch.applied(before, asked);
        List<String> ofTls12 = orNone(asked.customOpensslCipherConfigTls12());
        List<String> ofTls13 = orNone(asked.customOpensslCipherConfigTls13());
        boolean named = !ofTls12.isEmpty() || !ofTls13.isEmpty();
        if (named && changed.tlsCipherConfigMode() != TlsSettings.CipherMode.CUSTOM) {
            throw ErrorCode.INVALID_ATTRIBUTE.because(
                    List.of(new Violation("tlsCipherConfigMode", "must be CUSTOM where cipher suites are named")),
                    "tlsCipherConfigMode");
        }
        requireKnown(SUITES_OF_TLS_12, ofTls12);
        requireKnown(SUITES_OF_TLS_13, ofTls13);
        return changed;
    }

    private static List<String> orNone(@Nullable List<String> suites) {
        return Objects.requireNonNullElse(suites, List.of());
    }

    private static void requireKnown(Set<String> known, List<String> suites) {
        suites.forEach(suite -> ErrorCode.INVALID_ENUM_VALUE.refuseIf(!known.contains(suite), suite));
    }
}
