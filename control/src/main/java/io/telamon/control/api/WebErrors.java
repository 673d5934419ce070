package io.telamon.control.api;

import io.telamon.control.http.ErrorBodies;

/** The errors of requests that reach no operation, in the shape of all others. */
final class WebErrors implements ErrorBodies {

    private final Json json = new Json();

    @Override
    public byte[] json(int status) {
        return json.bytes(code(status).about().body(), false);
    }

    private static ErrorCode code(int status) {
        return switch (status) {
            case 408 -> ErrorCode.REQUEST_TIMEOUT;
            case 414 -> ErrorCode.URI_TOO_LONG;
            case 431 -> ErrorCode.REQUEST_HEADER_FIELDS_TOO_LARGE;
            case 501 -> ErrorCode.TRANSFER_ENCODING_NOT_SUPPORTED;
            case 503 -> ErrorCode.SERVICE_UNAVAILABLE;
            case 505 -> ErrorCode.HTTP_VERSION_NOT_SUPPORTED;
            default -> status < 500 ? ErrorCode.MALFORMED_REQUEST : ErrorCode.UNEXPECTED_ERROR;
        };
    }
}
