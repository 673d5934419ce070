package io.telamon.gateway.wire;

/** Is told how far a peer is with a frame, so that a peer that takes too long can be disconnected. */
public interface FrameProgressListener {

    /** Some bytes of a frame are there, the rest is waited for. */
    void frameBegun();

    /** So many bytes more of a large frame are there, the rest is waited for. */
    void progressed(int bytes);

    /** The peer is not waited for: there is no memory for what it sends. */
    void waitBegun();

    /** There is memory again. */
    void waitEnded();

    /** Nothing is owed: the peer may be silent. */
    void frameEnded();
}
