package io.telamon.server.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code credentials.env}: one {@code NAME=value} a line, mode 0600, for shells ({@code set -a; . credentials.env}). It is the only place where the first credentials' secrets can be read, so they are put
 * into a hidden file beside it before the database knows them; the file itself appears when the server answers.
 */
public final class CredentialsFile {

    private final Path path;
    private final Path staged;

    /** The file at a path. */
    public CredentialsFile(Path path) {
        this.path = path;
        this.staged = path.resolveSibling(".credentials.env.staged");
    }

    /** Where the file is, absolute. */
    public Path path() {
        return path;
    }

    /** What the file says, or what a start that was cut off had staged; nothing where neither says everything. */
    public Optional<Credentials> read() {
        return read(path).or(() -> read(staged));
    }

    private static Optional<Credentials> read(Path file) {
        try {
            Map<String, String> values = new LinkedHashMap<>();
            for (String line : Files.readAllLines(file)) {
                int sign = line.indexOf('=');
                if (sign > 0 && !line.startsWith("#")) {
                    values.put(
                            line.substring(0, sign).strip(),
                            ShellWord.unquoted(line.substring(sign + 1).strip()));
                }
            }
            return Credentials.of(values);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Keeps credentials that the database is about to be told, until {@link #write} or {@link #unstage}. */
    public void stage(Credentials credentials) {
        PrivateFile.write(staged, lines(credentials.values()));
    }

    /** Forgets what is staged: nobody has those credentials. */
    public void unstage() {
        try {
            Files.deleteIfExists(staged);
        } catch (IOException e) {
            throw new StartException("cannot remove " + staged + ": " + e.getMessage(), e);
        }
    }

    /**
     * Writes the file, as a whole or not at all.
     *
     * @param owner the person who owns the organization, if anybody does
     * @param baseUrl where the server answers, with a trailing slash
     * @param caFile the certificate that clients need to trust, if any
     */
    public void write(Credentials credentials, Optional<Owner> owner, String baseUrl, Optional<Path> caFile) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("MONGODB_ATLAS_BASE_URL", baseUrl);
        values.putAll(credentials.values());
        owner.ifPresent(person -> values.putAll(person.values()));
        caFile.ifPresent(file -> values.put("TELAMON_CA_FILE", file.toString()));
        PrivateFile.write(path, lines(values));
        unstage();
    }

    private static String lines(Map<String, String> values) {
        StringBuilder text = new StringBuilder();
        values.forEach((name, value) ->
                text.append(name).append('=').append(ShellWord.quoted(value)).append('\n'));
        return text.toString();
    }
}
