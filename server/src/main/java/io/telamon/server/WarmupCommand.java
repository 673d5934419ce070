package io.telamon.server;

import io.telamon.control.store.SqliteLibrary;
import io.telamon.server.data.Credentials;
import io.telamon.server.data.CredentialsFile;
import io.telamon.server.settings.Settings;
import io.telamon.server.settings.SettingsReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/**
 * {@code telamon warmup}: runs a server through its typical requests, twice started as in life, and stops. Java records
 * on the way what it loads and runs, which becomes the AOT cache. Unpacks the native library of the database before.
 */
@Command(name = "warmup", hidden = true, description = "Runs the server through typical requests, for the AOT cache.")
final class WarmupCommand implements Callable<Integer> {

    /** That of the process is for servers: it may name a database, or a URL where another server answers. */
    private static final Map<String, String> NO_ENVIRONMENT = Map.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("telamon-warmup");
        try {
            Map<String, String> options = Map.of("--port", "0", "--data-dir", folder.toString(), "--pace", "instant");
            Settings settings = SettingsReader.read(option -> Optional.ofNullable(options.get(option)), NO_ENVIRONMENT);
            SqliteLibrary.unpack();
            drive(settings);
            drive(settings);
            return 0;
        } finally {
            delete(folder);
        }
    }

    private static void drive(Settings settings) throws IOException, InterruptedException {
        try (TelamonServer server = TelamonServer.start(settings, Clock.systemUTC())) {
            System.out.println(StartupBanner.text(server.facts()));
            Credentials credentials =
                    new CredentialsFile(server.facts().credentialsFile()).read().orElseThrow();
            new WarmupRequests(server.facts(), credentials).send();
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(WarmupCommand::deleteOne);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
