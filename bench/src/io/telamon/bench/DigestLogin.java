package io.telamon.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The client's half of HTTP Digest (RFC 7616) with MD5 and {@code qop=auth}. One thread uses it. */
final class DigestLogin {

    private static final String CLIENT_NONCE = "5ca1ab1e0ddba115";

    private final MessageDigest md5;
    private final String user;
    private final String password;
    private String realm = "";
    private String nonce = "";
    private String ha1 = "";
    private int uses;

    DigestLogin(String user, String password) {
        this.user = user;
        this.password = password;
        try {
            this.md5 = MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no MD5", e);
        }
    }

    /** Whether a challenge has been taken, so that requests can be authorized. */
    boolean isChallenged() {
        return !nonce.isEmpty();
    }

    /** Takes the challenge of an answer with status 401. */
    void take(Answer answer) throws IOException {
        String challenge = answer.header("www-authenticate")
                .filter(value -> value.startsWith("Digest "))
                .orElseThrow(() -> new IOException("a 401 without a Digest challenge"));
        nonce = parameter(challenge, "nonce");
        uses = 0;
        String newRealm = parameter(challenge, "realm");
        if (!newRealm.equals(realm)) {
            realm = newRealm;
            ha1 = hash(user + ":" + realm + ":" + password);
        }
    }

    /** The value of the {@code Authorization} header for the next request. */
    String authorize(String method, String uri) {
        String count = HexFormat.of().toHexDigits(++uses);
        String ha2 = hash(method + ":" + uri);
        String response = hash(ha1 + ":" + nonce + ":" + count + ":" + CLIENT_NONCE + ":auth:" + ha2);
        return "Digest username=\"" + user + "\", realm=\"" + realm + "\", nonce=\"" + nonce + "\", uri=\"" + uri
                + "\", response=\"" + response + "\", algorithm=MD5, qop=auth, nc=" + count + ", cnonce=\""
                + CLIENT_NONCE
                + "\"";
    }

    private static String parameter(String challenge, String name) throws IOException {
        int start = challenge.indexOf(name + "=\"");
        int end = start < 0 ? -1 : challenge.indexOf('"', start + name.length() + 2);
        if (end < 0) {
            throw new IOException("a challenge without " + name + ": " + challenge);
        }
        return challenge.substring(start + name.length() + 2, end);
    }

    private String hash(String text) {
        return HexFormat.of().formatHex(md5.digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
