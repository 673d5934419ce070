package io.telamon.control.database;

import io.telamon.gateway.credential.ScramCredential;
import io.telamon.gateway.credential.ScramMechanism;
import java.util.Base64;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What verifies a password by one mechanism, as it is stored. */
record Credential(ScramMechanism mechanism, String salt, int iterations, String storedKey, String serverKey) {

    static List<Credential> of(Collection<ScramCredential> credentials) {
        Base64.Encoder text = Base64.getEncoder();
        return credentials.stream()
                .map(credential -> new Credential(
                        credential.mechanism(),
                        text.encodeToString(credential.salt()),
                        credential.iterations(),
                        text.encodeToString(credential.storedKey()),
                        text.encodeToString(credential.serverKey())))
                .toList();
    }

    static Map<ScramMechanism, ScramCredential> byMechanism(List<Credential> stored) {
        Base64.Decoder bytes = Base64.getDecoder();
        Map<ScramMechanism, ScramCredential> credentials = new EnumMap<>(ScramMechanism.class);
        for (Credential credential : stored) {
            credentials.put(
                    credential.mechanism(),
                    new ScramCredential(
                            credential.mechanism(),
                            bytes.decode(credential.salt()),
                            credential.iterations(),
                            bytes.decode(credential.storedKey()),
                            bytes.decode(credential.serverKey())));
        }
        return credentials;
    }

    @Override
    public String toString() {
        return "Credential[" + mechanism + "]";
    }
}
