package io.telamon.control.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The client's half of HTTP Digest, written from RFC 7616 without a look at the server's. */
public record DigestClient(String publicKey, String privateKey) {

    /** The header that answers a challenge for a request. */
    public String answer(String challenge, String method, String uri) {
        return answer(challenge, method, uri, "00000001");
    }

    public String answer(String challenge, String method, String uri, String count) {
        String algorithm = parameter(challenge, "algorithm");
        String nonce = parameter(challenge, "nonce");
        String realm = parameter(challenge, "realm");
        String a1 = hash(algorithm, publicKey + ":" + realm + ":" + privateKey);
        String a2 = hash(algorithm, method + ":" + uri);
        String response = hash(algorithm, a1 + ":" + nonce + ":" + count + ":0a4f113b:auth:" + a2);
        return "Digest username=\"%s\", realm=\"%s\", nonce=\"%s\", uri=\"%s\", response=\"%s\", algorithm=\"%s\", qop=auth, nc=%s, cnonce=\"0a4f113b\""
                .formatted(publicKey, realm, nonce, uri, response, algorithm, count);
    }

    public static String parameter(String challenge, String name) {
        Matcher matcher = Pattern.compile(name + "=\"?([^\",]*)\"?").matcher(challenge);
        if (!matcher.find()) {
            throw new AssertionError("no " + name + " in " + challenge);
        }
        return matcher.group(1);
    }

    private static String hash(String algorithm, String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
