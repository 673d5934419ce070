package io.telamon.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fetches a service account's access token, which lasts longer than any load (RFC 6749, section 4.4). */
final class TokenRequest {

    private static final String BODY = "grant_type=client_credentials";
    private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

    private TokenRequest() {}

    static String fetch(InetSocketAddress server, String clientId, String secret) throws IOException {
        String basic = Base64.getEncoder().encodeToString((clientId + ":" + secret).getBytes(StandardCharsets.UTF_8));
        String request = "POST /api/oauth/token HTTP/1.1\r\nHost: " + server.getHostString() + ":" + server.getPort()
                + "\r\nAccept: application/json\r\nAuthorization: Basic " + basic
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + BODY.length() + "\r\n\r\n"
                + BODY;
        try (Connection connection = new Connection(server)) {
            Answer answer = connection.exchange(request);
            Matcher token = TOKEN.matcher(answer.body());
            if (answer.status() != 200 || !token.find()) {
                throw new IOException("no token: status %d: %s".formatted(answer.status(), answer.body()));
            }
            return token.group(1);
        }
    }
}
