package io.telamon.bench;

import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * The server that is measured, and how its clusters are asked for.
 *
 * @param path where a project's clusters are
 * @param mediaType what the {@code Accept} header names
 * @param draft the body that creates a cluster, with %s where its name belongs
 * @param apiKey for Digest, where the server knows it
 */
record Target(
        InetSocketAddress server,
        String path,
        String mediaType,
        String draft,
        Credentials credentials,
        Optional<ApiKey> apiKey) {

    /** The same server, reached at another address. */
    Target at(InetSocketAddress other) {
        return new Target(other, path, mediaType, draft, credentials, apiKey);
    }

    String get(String name) {
        return "GET " + path + "/" + name + " HTTP/1.1\r\n" + headers();
    }

    String post(String name) {
        String body = draft.replace("%s", name);
        return "POST " + path + " HTTP/1.1\r\n" + headers() + "Content-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\n" + authorization() + "\r\n" + body;
    }

    String authorization() {
        return "Authorization: Bearer " + credentials.token() + "\r\n";
    }

    private String headers() {
        return "Host: " + server.getHostString() + ":" + server.getPort() + "\r\nAccept: " + mediaType + "\r\n";
    }
}
