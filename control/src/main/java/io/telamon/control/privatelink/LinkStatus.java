package io.telamon.control.privatelink;

/** The state of a private endpoint service, or of a private endpoint. */
enum LinkStatus {
    /** It is being set up. */
    INITIATING,
    /** It can be used. */
    AVAILABLE,
    /** It is being removed. */
    DELETING
}
