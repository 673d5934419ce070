package io.telamon.control.access.token;

import io.telamon.control.access.crypto.CredentialMaker;
import io.telamon.control.model.ClientId;
import io.telamon.control.model.PrincipalId;
import io.telamon.control.model.SecretId;
import io.telamon.control.store.Store;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Checks client ids and secrets, as slowly for unknown clients as for known ones. */
final class ClientAuthentication {

    private final Store store;
    private final Clock clock;
    private final SaltedHash nobodys;

    ClientAuthentication(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
        CredentialMaker maker = new CredentialMaker();
        this.nobodys = SaltedHash.of(maker.clientSecret(), maker.bytes(SaltedHash.SALT_BYTES));
    }

    /**
     * A client that proved itself.
     *
     * @param secretId the secret that it used
     */
    record Client(ClientId clientId, PrincipalId accountId, SecretId secretId) {}

    /**
     * The client of an {@code Authorization} header.
     *
     * @throws OAuthRefusal {@link OAuthError#INVALID_CLIENT}; {@link OAuthError#INVALID_REQUEST} for control characters,
     *     which Basic credentials cannot have (RFC 7617, section 2)
     */
    Client authenticate(Optional<String> header) {
        ClientCredentials given =
                header.flatMap(ClientCredentials::parse).orElseThrow(OAuthError.INVALID_CLIENT::refusal);
        ClientCredentials unescaped = given.unescaped();
        if (given.hasControlCharacters() || unescaped.hasControlCharacters()) {
            throw OAuthError.INVALID_REQUEST.because("The client id and the secret cannot have control characters.");
        }
        return find(given)
                .or(() -> unescaped.equals(given) ? Optional.empty() : find(unescaped))
                .orElseThrow(OAuthError.INVALID_CLIENT::refusal);
    }

    private Optional<Client> find(ClientCredentials given) {
        List<SecretTable.Candidate> candidates =
                store.read(handle -> SecretTable.candidates(handle, new ClientId(given.clientId()), clock.instant()));
        Optional<Client> found = Optional.empty();
        for (int i = 0; i < ClientSecret.MOST; i++) {
            boolean exists = i < candidates.size();
            SaltedHash hash = exists ? candidates.get(i).hash() : nobodys;
            if (hash.isOf(given.secret()) && exists) {
                SecretTable.Candidate right = candidates.get(i);
                found = Optional.of(new Client(new ClientId(given.clientId()), right.accountId(), right.secretId()));
            }
        }
        return found;
    }
}
