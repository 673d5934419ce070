package io.telamon.control.api;

/** A single answer inside an envelope, for clients that cannot read the HTTP status. */
record Envelope(int status, Object content) {}
