package io.telamon.server.settings;

/** What the server does about TLS when no certificate is given. */
enum TlsMode {
    OFF,
    AUTO
}
