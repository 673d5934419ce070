package io.telamon.gateway.wire;

/** Hears how far a peer is with a frame, so that somebody can lose patience. */
public interface Pace {

    /** Some bytes of a frame are there, the rest is waited for. */
    void frameBegun();

    /** Nothing is owed: the peer may be silent. */
    void frameEnded();
}
