package io.telamon.control.access.token;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.telamon.control.api.Call;
import io.telamon.control.api.Form;
import io.telamon.control.api.HttpRequest;
import io.telamon.control.api.Operations;
import io.telamon.control.store.Store;
import java.time.Clock;
import java.util.regex.Pattern;

/** The token endpoint (RFC 6749, section 4.4) and the revocation endpoint (RFC 7009). Access lists do not bind them. */
public final class OAuthOperations {

    private static final String CLIENT_CREDENTIALS = "client_credentials";
    private static final Pattern CLIENT_ID = Pattern.compile("mdb_sa_id_[a-fA-F0-9]{24}");

    /** Two of ten clients of one address share a number once in twenty times. */
    private static final int CLIENT_NUMBERS = 1024;

    private final Store store;
    private final Clock clock;
    private final ClientAuthentication clients;
    private final AccessTokens tokens;

    /** The endpoints of these tokens. */
    public OAuthOperations(Store store, Clock clock, AccessTokens tokens) {
        this.store = store;
        this.clock = clock;
        this.clients = new ClientAuthentication(store, clock);
        this.tokens = tokens;
    }

    /**
     * Tells clients of one address apart that requests name (RFC 6749, section 2.3.1), for their rate limits: one of 1024 numbers
     * for each client id, whether or not there is such a client. Numbers, so that nobody can make buckets without end; the same
     * for all ids, so that they do not tell which clients there are. Empty when a request names none, or one that no id can have.
     */
    public static String clientOf(HttpRequest request) {
        return request.header("Authorization")
                .flatMap(ClientCredentials::parse)
                .map(ClientCredentials::clientId)
                .filter(id -> CLIENT_ID.matcher(id).matches())
                .map(id -> Integer.toString(Math.floorMod(id.hashCode(), CLIENT_NUMBERS)))
                .orElse("");
    }

    /** Declares the operations. */
    public void bind(Operations api) {
        api.serveForm("createAccessToken", this::create);
        api.serveForm("revokeAccessToken", this::revoke);
    }

    private TokenView create(Call<Form> call) {
        ClientAuthentication.Client client = clients.authenticate(call.header("Authorization"));
        if (!CLIENT_CREDENTIALS.equals(required(call.body(), "grant_type"))) {
            throw OAuthError.UNSUPPORTED_GRANT_TYPE.refusal();
        }
        String token = store.write(transaction -> {
            if (!SecretTable.used(transaction.handle(), client.secretId(), clock.instant())) {
                throw OAuthError.INVALID_CLIENT.refusal();
            }
            return tokens.issue(transaction, client);
        });
        return new TokenView(token, tokens.lifetime().toSeconds(), "Bearer");
    }

    /** A hint about the token's type may be wrong and is not needed: all tokens are of one type. */
    private String revoke(Call<Form> call) {
        ClientAuthentication.Client client = clients.authenticate(call.header("Authorization"));
        String token = required(call.body(), "token");
        tokens.clientOf(token).ifPresent(owner -> {
            if (!owner.equals(client.clientId())) {
                throw OAuthError.UNAUTHORIZED_CLIENT.refusal();
            }
            store.write(transaction -> {
                SecretTable.used(transaction.handle(), client.secretId(), clock.instant());
                tokens.revoke(transaction, token);
                return true;
            });
        });
        return "";
    }

    private static String required(Form form, String field) {
        if (form.malformed()) {
            throw OAuthError.INVALID_REQUEST.because(
                    "The form is not percent-encoded UTF-8 without control characters, or has too many fields.");
        }
        form.fields().keySet().stream().filter(form::repeats).findFirst().ifPresent(name -> {
            throw OAuthError.INVALID_REQUEST.because("A field is given more than once.");
        });
        return form.value(field)
                .orElseThrow(() -> OAuthError.INVALID_REQUEST.because("The field " + field + " is missing."));
    }

    private record TokenView(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("expires_in") long expiresIn,
            @JsonProperty("token_type") String tokenType) {

        @Override
        public String toString() {
            return "TokenView[not shown]";
        }
    }
}
