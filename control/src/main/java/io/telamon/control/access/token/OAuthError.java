package io.telamon.control.access.token;

/** The errors of the token and revocation endpoints (RFC 6749, section 5.2; RFC 7009, section 2.2.1). */
enum OAuthError {
    INVALID_CLIENT(
            401, "invalid_client", "The client id or the client secret is not right, or the secret has expired."),
    INVALID_REQUEST(400, "invalid_request", "%s"),
    UNAUTHORIZED_CLIENT(400, "unauthorized_client", "The token was made for another client."),
    UNSUPPORTED_GRANT_TYPE(400, "unsupported_grant_type", "The one grant type is client_credentials.");

    private final int status;
    private final String code;
    private final String description;

    OAuthError(int status, String code, String description) {
        this.status = status;
        this.code = code;
        this.description = description;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    OAuthRefusal refusal() {
        return new OAuthRefusal(this, description);
    }

    OAuthRefusal because(String explanation) {
        return new OAuthRefusal(this, description.formatted(explanation));
    }
}
