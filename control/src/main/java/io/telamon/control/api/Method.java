package io.telamon.control.api;

/** The HTTP methods that operations use. */
public enum Method {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE
}
