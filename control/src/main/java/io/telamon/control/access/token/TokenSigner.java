package io.telamon.control.access.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Optional;

/** Signs access tokens and tells its own from all others: ES256, one key, one issuer, nothing that the token may choose. */
final class TokenSigner {

    private static final int LONGEST = 2048;

    private final JWSHeader header;
    private final ECDSASigner signer;
    private final ECDSAVerifier verifier;

    TokenSigner(ECKey key) {
        this.header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build();
        try {
            this.signer = new ECDSASigner(key);
            this.verifier = new ECDSAVerifier(key.toPublicJWK());
        } catch (JOSEException e) {
            throw new IllegalStateException("the signing key cannot be used", e);
        }
    }

    String sign(JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }

    /** The claims of a token that was signed here; nothing of any other text. Does not look at the time. */
    Optional<JWTClaimsSet> verify(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            SignedJWT token = SignedJWT.parse(text);
            boolean ours =
                    isHeaderOurs(token.getHeader()) && isCanonical(token.getSignature()) && token.verify(verifier);
            return ours ? Optional.of(token.getJWTClaimsSet()).filter(TokenSigner::isComplete) : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean isHeaderOurs(JWSHeader given) {
        return JWSAlgorithm.ES256.equals(given.getAlgorithm())
                && JOSEObjectType.JWT.equals(given.getType())
                && header.getKeyID().equals(given.getKeyID());
    }

    /** Whether there is no other text for the same signature: decoders overlook spare bits and stray characters. */
    private static boolean isCanonical(Base64URL signature) {
        return Base64URL.encode(signature.decode()).equals(signature);
    }

    private static boolean isComplete(JWTClaimsSet claims) {
        return AccessTokens.ISSUER.equals(claims.getIssuer())
                && claims.getSubject() != null
                && claims.getJWTID() != null
                && claims.getExpirationTime() != null;
    }
}
