package io.telamon.gateway.api;

/** Which clients a listener lets in. */
public enum Admission {
    /** Those whose address is on the project's access list. */
    ACCESS_LIST,
    /** Everyone who reaches it: the listener of a private endpoint. */
    PRIVATE_ENDPOINT
}
