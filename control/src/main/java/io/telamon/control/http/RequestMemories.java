package io.telamon.control.http;

/**
 * The memory for requests of a listener.
 *
 * @param bodies for bodies of known callers, and for large responses
 * @param parsing for what is made from these bodies
 * @param open for bodies without credentials, and what is made from them
 */
public record RequestMemories(RequestMemory bodies, RequestMemory parsing, RequestMemory open) {}
