package io.telamon.server.settings;

import java.nio.file.Path;

/** Where the master key comes from. */
public sealed interface MasterKeySource {

    /** The configuration states it, as the Base64 form of 32 bytes. */
    record Stated(String base64) implements MasterKeySource {
        @Override
        public String toString() {
            return "Stated[not shown]";
        }
    }

    /** A file holds it. */
    record InFile(Path file) implements MasterKeySource {}
}
