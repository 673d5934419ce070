package io.telamon.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The arguments of {@link Load}: options as {@code --name value}, then phases.
 *
 * <pre>
 * --url URL                         the server; only its host and port count
 * --pid PID                         its process, whose CPU time and memory are then told
 * --path PATH                       where the clusters are
 * --accept TYPE                     the media type to ask for
 * --draft JSON                      the body that creates a cluster, with %s for its name
 * --token TOKEN                     a token; "rotate" makes up tokens and uses each for a while
 * --client-id ID, --secret SECRET   a service account, whose token is fetched when none is given
 * --public-key, --private-key       an API key, for Digest
 * --connections N, --clusters N     how many at once (32), and how many clusters are there already (0)
 * --sample FILE                     where to write what the first cluster looks like
 * </pre>
 */
final class LoadOptions {

    private final Map<String, String> values = new HashMap<>(Map.of("connections", "32", "clusters", "0"));
    private final List<Phase> phases = new ArrayList<>();

    private LoadOptions() {}

    static LoadOptions parse(String[] arguments) {
        LoadOptions options = new LoadOptions();
        for (int i = 0; i < arguments.length; i++) {
            if (!arguments[i].startsWith("--")) {
                options.phases.add(Phase.parse(arguments[i]));
            } else if (++i < arguments.length) {
                options.values.put(arguments[i - 1].substring(2), arguments[i]);
            }
        }
        return options;
    }

    List<Phase> phases() {
        return phases;
    }

    long number(String name) {
        return Long.parseLong(text(name));
    }

    Target target() throws IOException {
        URI url = URI.create(text("url"));
        InetSocketAddress server = new InetSocketAddress(url.getHost(), url.getPort());
        return new Target(server, text("path"), text("accept"), text("draft"), credentials(server), apiKey());
    }

    private Credentials credentials(InetSocketAddress server) throws IOException {
        String token = values.getOrDefault("token", "");
        if (token.equals("rotate")) {
            return Credentials.Rotating.ofThisProcess();
        }
        return new Credentials.Fixed(
                token.isEmpty() ? TokenRequest.fetch(server, text("client-id"), text("secret")) : token);
    }

    private Optional<ApiKey> apiKey() {
        return optional("public-key").map(key -> new ApiKey(key, text("private-key")));
    }

    Optional<String> optional(String name) {
        return Optional.ofNullable(values.get(name));
    }

    private String text(String name) {
        return optional(name).orElseThrow(() -> new IllegalArgumentException("--" + name + " is missing"));
    }
}
