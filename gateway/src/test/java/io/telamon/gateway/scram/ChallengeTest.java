package io.telamon.gateway.scram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ongres.scram.common.ScramFunctions;
import com.ongres.scram.common.StringPreparation;
import io.telamon.gateway.credential.ScramCredential;
import io.telamon.gateway.credential.ScramMechanism;
import io.telamon.gateway.spi.directory.DatabaseUser;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The exchange that RFC 7677 gives as an example: user {@code user}, password {@code pencil}. */
class ChallengeTest {

    private static final String CLIENT_NONCE = "rOprNGfwEbeRWgbNEkqO";
    private static final String NONCE = CLIENT_NONCE + "%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0";
    private static final String PROOF = "dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=";

    private static Challenge challenge(boolean exists) throws ScramFailedException {
        DatabaseUser user = new DatabaseUser("admin", "user", Map.of(), List.of(), Set.of());
        return new Challenge(
                "admin",
                ClientFirst.parse("n,,n=user,r=" + CLIENT_NONCE),
                NONCE,
                credential(),
                exists ? Optional.of(user) : Optional.empty());
    }

    private static ScramCredential credential() {
        byte[] salt = Base64.getDecoder().decode("W22ZaJ0SNY7soEsUEjb6gQ==");
        var algorithm = com.ongres.scram.common.ScramMechanism.SCRAM_SHA_256;
        byte[] salted = ScramFunctions.saltedPassword(
                algorithm, StringPreparation.SASL_PREPARATION, "pencil".toCharArray(), salt, 4096);
        return new ScramCredential(
                ScramMechanism.SHA_256,
                salt,
                4096,
                ScramFunctions.storedKey(algorithm, ScramFunctions.clientKey(algorithm, salted)),
                ScramFunctions.serverKey(algorithm, salted));
    }

    @Test
    void challengesWithNonceSaltAndIterations() throws Exception {
        assertThat(challenge(true).message()).isEqualTo("r=" + NONCE + ",s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096");
    }

    @Test
    void acceptsTheProofAndProvesItself() throws Exception {
        Proof proof = challenge(true).prove("c=biws,r=" + NONCE + ",p=" + PROOF);

        assertThat(proof.message()).isEqualTo("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=");
    }

    @Test
    void refusesTheRightProofOfAUserWhoDoesNotExist() throws Exception {
        Challenge challenge = challenge(false);

        assertThatThrownBy(() -> challenge.prove("c=biws,r=" + NONCE + ",p=" + PROOF))
                .isInstanceOf(ScramFailedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "c=biws,r=" + NONCE,
                "c=biws,r=" + NONCE + ",p=",
                "c=biws,r=" + NONCE + ",p=!",
                "c=biws,r=" + NONCE + ",p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndWQ=",
                "c=biws,r=" + NONCE + ",p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQAAA==",
                "c=eSws,r=" + NONCE + ",p=" + PROOF,
                "c=biws,r=" + CLIENT_NONCE + ",p=" + PROOF
            })
    void refusesAnythingElse(String message) throws Exception {
        Challenge challenge = challenge(true);

        assertThatThrownBy(() -> challenge.prove(message)).isInstanceOf(ScramFailedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "n=user,r=x",
                "p=tls-unique,,n=user,r=x",
                "n,a=other,n=user,r=x",
                "n,,n=us=er,r=x",
                "n,,n=user,r="
            })
    void refusesFirstMessagesItCannotRead(String message) {
        assertThatThrownBy(() -> ClientFirst.parse(message)).isInstanceOf(ScramFailedException.class);
    }

    @Test
    void readsEscapedNames() throws Exception {
        assertThat(ClientFirst.parse("n,,n=a=2Cb=3Dc,r=x").userName()).isEqualTo("a,b=c");
    }
}
