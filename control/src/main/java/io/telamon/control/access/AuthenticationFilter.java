package io.telamon.control.access;

import io.telamon.control.access.digest.DigestAuthentication;
import io.telamon.control.access.token.AccessTokens;
import io.telamon.control.api.Exchange;
import io.telamon.control.api.HttpRequest;
import io.telamon.control.api.RequestFilter;
import io.telamon.control.api.Requirement;
import io.telamon.control.api.UnauthenticatedException;
import java.util.List;

/**
 * Finds out who calls, by Digest or Bearer credentials, and whether from an address that the caller may come from. Whatever
 * is wrong with the header is answered the same.
 */
final class AuthenticationFilter implements RequestFilter {

    private static final String DIGEST = "Digest ";
    private static final String BEARER = "Bearer ";
    private static final int LONGEST_HEADER = 8192;

    private final DigestAuthentication<AuthenticatedCaller> digest;
    private final AccessTokens tokens;
    private final PrincipalCache principals;
    private final AddressCheck addresses;

    AuthenticationFilter(
            DigestAuthentication<AuthenticatedCaller> digest,
            AccessTokens tokens,
            PrincipalCache principals,
            AddressCheck addresses) {
        this.digest = digest;
        this.tokens = tokens;
        this.principals = principals;
        this.addresses = addresses;
    }

    @Override
    public void pass(Exchange exchange) {
        if (exchange.operation().requirement() instanceof Requirement.Nothing) {
            return;
        }
        AuthenticatedCaller identity = identify(exchange.request());
        addresses.require(identity, exchange.request().remoteAddress());
        exchange.authenticatedAs(identity.caller());
    }

    private AuthenticatedCaller identify(HttpRequest request) {
        String header = onlyHeader(request);
        if (hasScheme(header, BEARER)) {
            return bearer(header.substring(BEARER.length()).strip());
        }
        if (hasScheme(header, DIGEST)) {
            return digest.authenticate(header.substring(DIGEST.length()), request);
        }
        throw UnauthenticatedException.unknown();
    }

    private AuthenticatedCaller bearer(String token) {
        return tokens.clientOf(token)
                .flatMap(principals::serviceAccount)
                .orElseThrow(UnauthenticatedException::unknown);
    }

    private static String onlyHeader(HttpRequest request) {
        List<String> headers = request.headers("Authorization");
        if (headers.size() != 1 || headers.getFirst().length() > LONGEST_HEADER) {
            throw UnauthenticatedException.unknown();
        }
        return headers.getFirst();
    }

    private static boolean hasScheme(String header, String scheme) {
        return header.regionMatches(true, 0, scheme, 0, scheme.length());
    }
}
