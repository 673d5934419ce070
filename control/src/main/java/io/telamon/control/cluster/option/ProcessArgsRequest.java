package io.telamon.control.cluster.option;

import io.telamon.control.cluster.TlsChange;
import io.telamon.control.cluster.TlsSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a client changes of the processes of a cluster, by the names of {@link io.telamon.control.cluster.ProcessArgs}. */
sealed interface ProcessArgsRequest permits ShardedProcessArgsRequest, LegacyProcessArgsRequest {

    @Nullable
    List<String> customOpensslCipherConfigTls12();

    @Nullable
    List<String> customOpensslCipherConfigTls13();

    TlsSettings.@Nullable Protocol minimumEnabledTlsProtocol();

    TlsSettings.@Nullable CipherMode tlsCipherConfigMode();

    /** What it changes of how connections are encrypted, which the cluster itself shows too. */
    default TlsChange tls() {
        return new TlsChange(
                customOpensslCipherConfigTls12(),
                customOpensslCipherConfigTls13(),
                minimumEnabledTlsProtocol(),
                tlsCipherConfigMode());
    }
}
