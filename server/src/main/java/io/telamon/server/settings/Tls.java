package io.telamon.server.settings;

import java.nio.file.Path;

/** Whether and with what certificate the server speaks https. */
public sealed interface Tls {

    /** It speaks plain http. */
    record Off() implements Tls {}

    /** A certificate from the local CA in the data folder. */
    record Auto() implements Tls {}

    /** The operator's own certificate chain and key, both PEM files. */
    record Files(Path certificate, Path key) implements Tls {}
}
