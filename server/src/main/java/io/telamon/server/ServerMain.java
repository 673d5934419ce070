package io.telamon.server;

import io.telamon.server.data.StartException;
import io.telamon.server.settings.Settings;
import io.telamon.server.settings.SettingsReader;
import io.telamon.server.settings.WrongSettingException;
import java.io.Console;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.LoggerFactory;

/** What {@code telamon serve} does, however its command line was read. */
final class ServerMain {

    static final int FAILED = 1;
    static final int WRONG = 2;

    private ServerMain() {}

    /**
     * Serves until the process is told to end, so it returns only when it cannot start.
     *
     * @param valueOf the value of an option such as {@code --port}
     * @param complaint takes the one line about what is wrong
     * @return the exit code
     */
    static int run(Function<String, Optional<String>> valueOf, Consumer<String> complaint) throws InterruptedException {
        try {
            Settings settings = SettingsReader.read(valueOf, System.getenv());
            Logging.level(settings.logLevel());
            TelamonServer server = TelamonServer.start(settings, Clock.systemUTC());
            Shutdown.closeOnSignal(server);
            boolean quiet = settings.output().quiet().orElseGet(() -> !isTerminal());
            System.out.println(quiet ? StartupBanner.line(server.facts()) : StartupBanner.text(server.facts()));
            Thread.currentThread().join();
            return 0;
        } catch (WrongSettingException wrong) {
            complaint.accept("telamon: " + wrong.getMessage());
            return WRONG;
        } catch (StartException start) {
            complaint.accept("telamon: " + start.getMessage());
            LoggerFactory.getLogger(ServerMain.class).debug("why it does not start", start);
            return FAILED;
        }
    }

    /** Whether people see what is printed. The launcher knows; asking Java takes longer. */
    private static boolean isTerminal() {
        String told = System.getProperty("telamon.terminal");
        return told == null
                ? Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .isPresent()
                : Boolean.parseBoolean(told);
    }
}
