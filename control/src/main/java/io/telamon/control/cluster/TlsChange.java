package io.telamon.control.cluster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a client changes of {@link TlsSettings}; what is not there stays as it is. */
public record TlsChange(
        @Nullable List<String> customOpensslCipherConfigTls12,
        @Nullable List<String> customOpensslCipherConfigTls13,
        TlsSettings.@Nullable Protocol minimumEnabledTlsProtocol,
        TlsSettings.@Nullable CipherMode tlsCipherConfigMode) {}
