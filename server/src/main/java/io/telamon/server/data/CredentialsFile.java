package io.telamon.server.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code credentials.env}: one {@code NAME=value} a line, mode 0600, for shells ({@code set -a; . credentials.env}) and
 * for {@code docker --env-file}. It is the only place where the first credentials' secrets can be read.
 */
public final class CredentialsFile {

    private final Path path;

    /** The file at a path. */
    public CredentialsFile(Path path) {
        this.path = path;
    }

    /** Where the file is, absolute. */
    public Path path() {
        return path;
    }

    /** What the file says, or nothing where there is none or it lacks something. */
    public Optional<Credentials> read() {
        try {
            Map<String, String> values = new LinkedHashMap<>();
            for (String line : Files.readAllLines(path)) {
                int sign = line.indexOf('=');
                if (sign > 0 && !line.startsWith("#")) {
                    values.put(
                            line.substring(0, sign).strip(),
                            line.substring(sign + 1).strip());
                }
            }
            return Credentials.of(values);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Removes the file, which holds credentials that nobody has. */
    public void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new StartException("cannot remove " + path + ": " + e.getMessage(), e);
        }
    }

    /**
     * Writes the file, as a whole or not at all.
     *
     * @param baseUrl where the server answers, with a trailing slash
     * @param caFile the certificate that clients need to trust, if any
     */
    public void write(Credentials credentials, String baseUrl, Optional<Path> caFile) {
        StringBuilder text = new StringBuilder();
        text.append("MONGODB_ATLAS_BASE_URL=").append(baseUrl).append('\n');
        credentials
                .values()
                .forEach((name, value) ->
                        text.append(name).append('=').append(value).append('\n'));
        caFile.ifPresent(file -> text.append("TELAMON_CA_FILE=").append(file).append('\n'));
        PrivateFile.write(path, text.toString());
    }
}
