package io.telamon.control.access.token;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.telamon.control.access.digest.DigestScheme;
import io.telamon.control.api.Refusal;
import java.util.Map;

/** A refusal in the shape of OAuth 2.0 (RFC 6749, section 5.2). */
final class OAuthRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private final OAuthError error;
    private final String description;

    OAuthRefusal(OAuthError error, String description) {
        super(error.code());
        this.error = error;
        this.description = description;
    }

    @Override
    public int status() {
        return error.status();
    }

    @Override
    protected Object body() {
        return new Body(error.code(), description);
    }

    /** A client that tried the wrong credentials is told the scheme to try. */
    @Override
    protected Map<String, String> headers() {
        return error == OAuthError.INVALID_CLIENT
                ? Map.of("WWW-Authenticate", "Basic realm=\"" + DigestScheme.REALM + "\"")
                : Map.of();
    }

    private record Body(
            String error, @JsonProperty("error_description") String errorDescription) {}
}
