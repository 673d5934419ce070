package io.telamon.bench;

import java.nio.charset.StandardCharsets;

/** The bytes of a request in which only the cluster's name and, where tokens rotate, the token change. One thread uses it. */
final class Template {

    private static final String NAME = "@".repeat(ClusterNames.LENGTH);

    private final byte[] bytes;
    private final int nameAt;
    private final int tokenAt;
    private final Credentials credentials;
    private int uses;

    private Template(String request, Credentials credentials) {
        this.bytes = request.getBytes(StandardCharsets.ISO_8859_1);
        this.nameAt = request.indexOf(NAME);
        this.tokenAt =
                request.indexOf(credentials.token()) + credentials.token().length() - Credentials.Rotating.WIDTH;
        this.credentials = credentials;
    }

    static Template get(Target target) {
        return new Template(target.get(NAME) + target.authorization() + "\r\n", target.credentials());
    }

    static Template post(Target target) {
        return new Template(target.post(NAME), target.credentials());
    }

    /** The request about a cluster of that number; the same bytes every time. */
    byte[] about(long number) {
        ClusterNames.write(number, bytes, nameAt);
        if (credentials instanceof Credentials.Rotating rotating && uses++ % Credentials.Rotating.USES == 0) {
            Digits.write(rotating.next().getAndIncrement(), bytes, tokenAt, Credentials.Rotating.WIDTH);
        }
        return bytes;
    }
}
