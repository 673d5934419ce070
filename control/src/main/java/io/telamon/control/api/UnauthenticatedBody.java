package io.telamon.control.api;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** The body of a 401 answer that says nothing about why. Recorded in this order, and indented. */
@JsonPropertyOrder({"error", "reason", "detail", "errorCode"})
record UnauthenticatedBody(int error, String reason, String detail, String errorCode) {

    static final UnauthenticatedBody THE_ONE = new UnauthenticatedBody(
            401, "Unauthorized", "You are not authorized for this resource.", "UNEXPECTED_ERROR");
}
