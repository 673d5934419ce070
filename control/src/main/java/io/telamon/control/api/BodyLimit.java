package io.telamon.control.api;

/** How large a body may be, and what its bytes are charged with. */
public enum BodyLimit {
    /** Of requests with credentials. What is made from the body is reserved apart. */
    OF_CALLERS(1 << 20, 1),
    /** Of requests without credentials: forms with few short fields. Charged with what is made from them. */
    OF_ANYBODY(8 << 10, 16);

    private final int mostBytes;
    private final int charge;

    BodyLimit(int mostBytes, int charge) {
        this.mostBytes = mostBytes;
        this.charge = charge;
    }

    /** More bytes are refused. */
    public int mostBytes() {
        return mostBytes;
    }

    /** Bytes of memory that each byte of the body is charged with. */
    public int charge() {
        return charge;
    }
}
