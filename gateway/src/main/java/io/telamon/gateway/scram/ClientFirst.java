package io.telamon.gateway.scram;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A client's first message (RFC 5802, section 7), without channel binding or another identity to act as.
 *
 * @param header whether the client would bind the channel if the server offered it
 * @param userName the user's name, unescaped, never prepared
 * @param nonce the client's part of the nonce
 * @param bare the message without its header, as it is signed
 */
record ClientFirst(String header, String userName, String nonce, String bare) {

    private static final int HEADER_LENGTH = 3;

    /** The header as the client repeats it in its final message. */
    String encodedHeader() {
        return Base64.getEncoder().encodeToString(header.getBytes(StandardCharsets.US_ASCII));
    }

    static ClientFirst parse(String message) throws ScramFailedException {
        if (!message.startsWith("n,,") && !message.startsWith("y,,")) {
            throw new ScramFailedException("a header other than n,, and y,,");
        }
        String header = message.substring(0, HEADER_LENGTH);
        String bare = message.substring(HEADER_LENGTH);
        String[] parts = bare.split(",", -1);
        if (parts.length < 2 || !parts[0].startsWith("n=") || !parts[1].startsWith("r=") || parts[1].length() < 3) {
            throw new ScramFailedException("a first message without name or nonce");
        }
        return new ClientFirst(header, unescaped(parts[0].substring(2)), parts[1].substring(2), bare);
    }

    private static String unescaped(String name) throws ScramFailedException {
        String plain = name.replace("=2C", "\n2C").replace("=3D", "\n3D");
        if (plain.indexOf('=') >= 0) {
            throw new ScramFailedException("an equals sign that is not escaped");
        }
        return plain.replace("\n2C", ",").replace("\n3D", "=");
    }
}
