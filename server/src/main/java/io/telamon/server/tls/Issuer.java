package io.telamon.server.tls;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes ECDSA P-256 keys and certificates (RFC 5280). */
final class Issuer {

    private static final Duration AUTHORITY_LASTS = Duration.ofDays(3650);

    /** Some systems trust no server certificate that lasts longer than 398 days. */
    private static final Duration SERVER_LASTS = Duration.ofDays(397);

    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);
    private static final Pattern IP_ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F]*:[0-9a-fA-F:.]*");

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Issuer(Clock clock) {
        this.clock = clock;
    }

    /** A new CA, which signs itself. Part of its name is random, so that a trust store can hold several. */
    ServerIdentity authority() {
        try {
            KeyPair keys = keys();
            X500Principal name =
                    new X500Principal("CN=Telamon local CA " + Integer.toHexString(random.nextInt()) + ", O=Telamon");
            X509v3CertificateBuilder certificate = certificate(name, name, keys, AUTHORITY_LASTS)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            return new ServerIdentity(keys.getPrivate(), List.of(signed(certificate, keys.getPrivate())));
        } catch (GeneralSecurityException | CertIOException | OperatorCreationException e) {
            throw new IllegalStateException("cannot make a CA", e);
        }
    }

    /** A new server certificate for host names and IP addresses, with its CA's behind it. */
    ServerIdentity server(ServerIdentity authority, Collection<String> names) {
        try {
            KeyPair keys = keys();
            X509Certificate issuer = authority.certificate();
            X509v3CertificateBuilder certificate = certificate(
                            issuer.getSubjectX500Principal(),
                            new X500Principal("CN=Telamon, O=Telamon"),
                            keys,
                            SERVER_LASTS)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                    .addExtension(
                            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                    .addExtension(
                            Extension.authorityKeyIdentifier,
                            false,
                            new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(issuer.getPublicKey()))
                    .addExtension(Extension.subjectAlternativeName, false, alternativeNames(names));
            return new ServerIdentity(keys.getPrivate(), List.of(signed(certificate, authority.key()), issuer));
        } catch (GeneralSecurityException | CertIOException | OperatorCreationException e) {
            throw new IllegalStateException("cannot make a server certificate", e);
        }
    }

    private X509v3CertificateBuilder certificate(
            X500Principal issuer, X500Principal subject, KeyPair keys, Duration lasts)
            throws GeneralSecurityException, CertIOException {
        Instant now = clock.instant();
        return new JcaX509v3CertificateBuilder(
                        issuer,
                        new BigInteger(127, random).setBit(126),
                        Date.from(now.minus(CLOCKS_DIFFER)),
                        Date.from(now.plus(lasts)),
                        subject,
                        keys.getPublic())
                .addExtension(
                        Extension.subjectKeyIdentifier,
                        false,
                        new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
    }

    private static X509Certificate signed(X509v3CertificateBuilder certificate, PrivateKey key)
            throws GeneralSecurityException, OperatorCreationException {
        return new JcaX509CertificateConverter()
                .getCertificate(certificate.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
    }

    private static GeneralNames alternativeNames(Collection<String> names) {
        return new GeneralNames(names.stream()
                .map(name -> new GeneralName(
                        IP_ADDRESS.matcher(name).matches() ? GeneralName.iPAddress : GeneralName.dNSName, name))
                .toArray(GeneralName[]::new));
    }

    private KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        return generator.generateKeyPair();
    }
}
