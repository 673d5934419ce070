package io.telamon.server.data;

import java.io.IOException;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes files whole: aside first, flushed, then moved into place, so that a crash leaves the old file or the new one. */
public final class PrivateFile {

    private static final String OWNER_ONLY = "rw-------";
    private static final String READABLE = "rw-r--r--";

    private PrivateFile() {}

    /** Writes a file that only its owner may read: mode 0600, whatever the one it replaces had. */
    public static void write(Path file, String text) {
        write(file, text, OWNER_ONLY);
    }

    /** Writes a file that everybody may read. */
    public static void writeReadable(Path file, String text) {
        write(file, text, READABLE);
    }

    private static void write(Path file, String text, String permissions) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            Path aside = Files.createTempFile(folder, "." + file.getFileName(), "", mode(OWNER_ONLY));
            try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
            if (isPosix()) {
                Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString(permissions));
            }
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
            flush(folder);
        } catch (IOException e) {
            throw new StartException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /** Makes names of new and moved files survive a crash of the machine. The root of the file system is in no folder. */
    static void flush(@Nullable Path folder) throws IOException {
        if (folder != null && isPosix()) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    static FileAttribute<?>[] mode(String permissions) {
        Set<PosixFilePermission> set = PosixFilePermissions.fromString(permissions);
        return isPosix() ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(set)} : new FileAttribute<?>[0];
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
