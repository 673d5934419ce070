package io.telamon.control.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs programs for tests, as an account without privileges where the tests run as root. */
final class Commands {

    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    private final List<String> prefix;
    private final Optional<String> account;

    private Commands(List<String> prefix, Optional<String> account) {
        this.prefix = prefix;
        this.account = account;
    }

    /**
     * Commands of an account that is not root: this one, else {@code postgres} or {@code nobody}.
     *
     * @throws IOException when there is no such account, or neither {@code setpriv} nor {@code su} to become it
     */
    static Commands unprivileged() throws IOException {
        if (!ROOT) {
            return new Commands(List.of(), Optional.empty());
        }
        String account = exists("postgres") ? "postgres" : "nobody";
        String group = run(List.of("id", "-g", account)).strip();
        List<String> setpriv = List.of("setpriv", "--reuid=" + account, "--regid=" + group, "--clear-groups");
        List<String> su = List.of("su", "-s", "/bin/sh", account, "-c", "exec \"$0\" \"$@\"", "--");
        return new Commands(works(setpriv) ? setpriv : su, Optional.of(account));
    }

    private static boolean exists(String account) {
        return works(List.of("id", "-u", account), List.of());
    }

    private static boolean works(List<String> prefix) {
        return works(prefix, List.of("true"));
    }

    private static boolean works(List<String> prefix, List<String> command) {
        try {
            run(joined(prefix, command));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Gives a file or folder to the account. */
    void own(Path file) throws IOException {
        if (account.isPresent()) {
            run(List.of("chown", account.get(), file.toString()));
        }
    }

    /** What the account runs for a command. */
    List<String> of(List<String> command) {
        return joined(prefix, command);
    }

    /**
     * Runs a command to its end.
     *
     * @return what it writes
     * @throws IOException when it cannot be run or fails, with what it writes
     */
    static String run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        try (InputStream output = process.getInputStream()) {
            String written = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            if (code != 0) {
                throw new IOException(command + " ended with " + code + ": " + written.strip());
            }
            return written;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(command + " was interrupted", e);
        }
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
