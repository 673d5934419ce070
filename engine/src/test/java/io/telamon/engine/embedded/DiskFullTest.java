package io.telamon.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.telamon.gateway.spi.engine.EngineUnavailableException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A full disk refuses writes with an error of their own; reads go on, and writes do again once there is space. */
class DiskFullTest {

    private static final int OUT_OF_DISK_SPACE = 14031;

    @TempDir
    Path folder;

    private final FullDisk disk = new FullDisk();

    @BeforeEach
    void register() {
        FilePath.register(disk);
    }

    @AfterEach
    void unregister() {
        FilePath.unregister(disk);
    }

    private EmbeddedEngine open(Path where, String fileSystem) throws EngineUnavailableException {
        EmbeddedEngine engine = new EmbeddedEngine(
                EmbeddedSettings.in(where).idle(Duration.ofMinutes(5)).fileSystem(fileSystem));
        engine.provision(EmbeddedTest.CLUSTER);
        return engine;
    }

    private static BsonDocument insert(Shell shell, int id, int length) {
        return shell.run(new BsonDocument("insert", new BsonString("c"))
                .append(
                        "documents",
                        new org.bson.BsonArray(java.util.List.of(new BsonDocument("_id", new BsonInt32(id))
                                .append("text", new BsonString("x".repeat(length)))))));
    }

    @Test
    void answersOutOfDiskSpaceAndGoesOnWhenThereIsRoomAgain() throws Exception {
        try (EmbeddedEngine engine = open(folder, FullDisk.SCHEME + ":");
                Shell shell = new Shell(engine, EmbeddedTest.CLUSTER)) {
            EmbeddedTest.assertOk(insert(shell, 1, 100));
            assertThat(engine.isOutOfSpace()).isFalse();
            disk.full.set(true);

            for (int round = 0; round < 3; round++) {
                EmbeddedTest.assertError(insert(shell, 2, 100), OUT_OF_DISK_SPACE, "full");
                EmbeddedTest.assertError(
                        shell.run("{update: 'c', updates: [{q: {_id: 1}, u: {$set: {a: 1}}}]}"), OUT_OF_DISK_SPACE);
                assertThat(EmbeddedTest.numbers(shell.run("{find: 'c'}"), "_id"))
                        .containsExactly(1);
                assertThat(shell.run("{count: 'c'}").getInt32("n").getValue()).isEqualTo(1);
                assertThat(engine.size(EmbeddedTest.CLUSTER).dataBytes()).isPositive();
                assertThat(engine.isOutOfSpace()).isTrue();
            }

            disk.full.set(false);
            EmbeddedTest.assertOk(insert(shell, 2, 100));
            assertThat(engine.isOutOfSpace()).isFalse();
            assertThat(EmbeddedTest.numbers(shell.run("{find: 'c'}"), "_id")).containsExactly(1, 2);
        }
        try (EmbeddedEngine again = open(folder, "");
                Shell shell = new Shell(again, EmbeddedTest.CLUSTER)) {
            assertThat(EmbeddedTest.numbers(shell.run("{find: 'c'}"), "_id")).containsExactly(1, 2);
        }
    }

    @Test
    void keepsRoomForDeletions() throws Exception {
        Path mount = Files.createDirectory(folder.resolve("small"));
        Assumptions.assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", mount.toString()));
        try (EmbeddedEngine engine = open(mount.resolve("data"), "");
                Shell shell = new Shell(engine, EmbeddedTest.CLUSTER)) {
            int stored = 0;
            BsonDocument reply = insert(shell, stored, 200_000);
            while (reply.getNumber("ok").intValue() == 1) {
                assertThat(++stored).isLessThan(60);
                reply = insert(shell, stored, 200_000);
            }
            EmbeddedTest.assertError(reply, OUT_OF_DISK_SPACE);
            assertThat(stored).isPositive();
            assertThat(shell.all("c")).hasSize(stored);

            EmbeddedTest.assertOk(shell.run("{delete: 'c', deletes: [{q: {_id: {$gte: 1}}, limit: 0}]}"));
            assertThat(shell.all("c")).hasSize(1);

            Path filler = mount.resolve("filler");
            try {
                Files.write(filler, new byte[8 << 20]);
            } catch (IOException e) {
                // that is what it is for
            }
            EmbeddedTest.assertError(insert(shell, 100, 10), OUT_OF_DISK_SPACE);
            assertThat(engine.isOutOfSpace()).isTrue();
            assertThat(shell.all("c")).hasSize(1);
            Files.delete(filler);

            await().atMost(Duration.ofSeconds(20))
                    .until(() -> insert(shell, 101, 1_000).getNumber("ok").intValue() == 1);
            assertThat(shell.all("c")).hasSize(2);
        } finally {
            run("umount", "-l", mount.toString());
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** A file system that has no space as long as it is told so. */
    public static final class FullDisk extends FilePathWrapper {

        static final String SCHEME = "fulldisk";

        private static final AtomicBoolean FULL = new AtomicBoolean();

        final AtomicBoolean full = FULL;

        /** H2 makes one for each path. */
        public FullDisk() {}

        @Override
        public String getScheme() {
            return SCHEME;
        }

        @Override
        public FileChannel open(String mode) throws IOException {
            return new Channel(super.open(mode));
        }
    }

    private static final class Channel extends FileBaseDefault {

        private final FileChannel file;

        Channel(FileChannel file) {
            this.file = file;
        }

        private static void checkRoom() throws IOException {
            if (FullDisk.FULL.get()) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        public synchronized int read(ByteBuffer target, long position) throws IOException {
            return file.read(target, position);
        }

        @Override
        public synchronized int write(ByteBuffer source, long position) throws IOException {
            checkRoom();
            return file.write(source, position);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void implTruncate(long length) throws IOException {
            file.truncate(length);
        }

        @Override
        public void force(boolean metadata) throws IOException {
            file.force(metadata);
        }

        @Override
        public java.nio.channels.FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        public void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
