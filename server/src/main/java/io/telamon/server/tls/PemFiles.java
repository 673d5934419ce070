package io.telamon.server.tls;

import io.telamon.server.data.StartException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads certificates and private keys from PEM files (RFC 7468). */
public final class PemFiles {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");

    private PemFiles() {}

    /**
     * The identity in two files.
     *
     * @param certificate the certificate and those that signed it, the server's own first
     * @param key an unencrypted PKCS #8 key, EC or RSA
     * @throws StartException when a file cannot be used, or the two do not belong together; the message names the file
     */
    public static ServerIdentity read(Path certificate, Path key) {
        List<X509Certificate> chain = certificates(certificate);
        PrivateKey privateKey = key(key);
        if (!belongTogether(privateKey, chain.getFirst().getPublicKey())) {
            throw new StartException(
                    "the private key in %s does not belong to the first certificate in %s".formatted(key, certificate));
        }
        return new ServerIdentity(privateKey, chain);
    }

    static List<X509Certificate> certificates(Path file) {
        String text = text(file);
        try {
            List<X509Certificate> found = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (found.isEmpty()) {
                throw new StartException(file + " holds no certificate in PEM form");
            }
            return found;
        } catch (CertificateException e) {
            throw new StartException(file + " holds no certificate in PEM form that can be read", e);
        }
    }

    static PrivateKey key(Path file) {
        Matcher block = BLOCK.matcher(text(file));
        while (block.find()) {
            switch (block.group(1)) {
                case "PRIVATE KEY" -> {
                    return key(file, Base64.getMimeDecoder().decode(block.group(2)));
                }
                case "ENCRYPTED PRIVATE KEY" ->
                    throw new StartException(file + " is encrypted; decrypt it with: openssl pkey -in " + file);
                case "RSA PRIVATE KEY", "EC PRIVATE KEY" ->
                    throw new StartException(
                            "%s is not in PKCS #8 form; convert it with: openssl pkcs8 -topk8 -nocrypt -in %s"
                                    .formatted(file, file));
                default -> {}
            }
        }
        throw new StartException(file + " holds no private key in PEM form");
    }

    private static PrivateKey key(Path file, byte[] encoded) {
        PKCS8EncodedKeySpec form = new PKCS8EncodedKeySpec(encoded);
        return key("EC", form)
                .or(() -> key("RSA", form))
                .orElseThrow(() -> new StartException(file + " holds a private key that is neither EC nor RSA"));
    }

    private static Optional<PrivateKey> key(String algorithm, PKCS8EncodedKeySpec form) {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(form));
        } catch (InvalidKeySpecException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(algorithm, e);
        }
    }

    private static boolean belongTogether(PrivateKey key, PublicKey certified) {
        byte[] probe = "telamon".getBytes(StandardCharsets.US_ASCII);
        try {
            Signature signature =
                    Signature.getInstance("EC".equals(key.getAlgorithm()) ? "SHA256withECDSA" : "SHA256withRSA");
            signature.initSign(key);
            signature.update(probe);
            byte[] signed = signature.sign();
            signature.initVerify(certified);
            signature.update(probe);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            throw new StartException("there is no file " + file, e);
        } catch (IOException e) {
            throw new StartException("the file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
