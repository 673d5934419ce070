package io.telamon.gateway.wire;

/** The operation codes that a frame may carry. */
public final class OpCode {

    /** The answer to {@link #QUERY}. */
    public static final int REPLY = 1;

    /** The old form of commands, with which drivers still greet. */
    public static final int QUERY = 2004;

    /** Another operation, compressed. */
    public static final int COMPRESSED = 2012;

    /** Commands and their answers. */
    public static final int MSG = 2013;

    private OpCode() {}
}
