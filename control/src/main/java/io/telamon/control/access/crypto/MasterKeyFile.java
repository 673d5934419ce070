package io.telamon.control.access.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The file that keeps the master key: one line of Base64, mode 0600. */
final class MasterKeyFile {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Path file;

    MasterKeyFile(Path file) {
        this.file = file;
    }

    MasterKey open() {
        try {
            if (!Files.exists(file)) {
                make();
            }
            requirePrivate();
            return MasterKey.ofBase64(Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(file + " holds no master key: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("the master key in " + file + " cannot be used", e);
        }
    }

    /** Written aside and then moved, so that a crash leaves a whole file or none. */
    private void make() throws IOException {
        byte[] key = new byte[MasterKey.LENGTH];
        new SecureRandom().nextBytes(key);
        Path aside = Files.createTempFile(file.toAbsolutePath().getParent(), ".master", ".key", privacy());
        try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
            String line = Base64.getEncoder().encodeToString(key) + "\n";
            channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        flushFolder();
    }

    /** Makes the name durable too: without it, a crash of the machine could lose the key and keep what it encrypted. */
    private void flushFolder() throws IOException {
        if (isPosix()) {
            try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }

    private void requirePrivate() throws IOException {
        if (isPosix()
                && !Collections.disjoint(
                        Files.getPosixFilePermissions(file), EnumSet.complementOf(EnumSet.copyOf(OWNER_ONLY)))) {
            throw new IllegalStateException(file + " may be read by others. Give it the mode 0600.");
        }
    }

    private static FileAttribute<?>[] privacy() {
        return isPosix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
