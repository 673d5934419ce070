package io.telamon.control.store;

/** Why a database did not do what it was asked, where the request is not to blame. */
public enum StoreFailure {
    /** There is no connection, or the server shuts down or does not respond in time. */
    UNREACHABLE("the database cannot be reached", true),
    /** Other transactions or programs hold what is needed. */
    BUSY("the database is in use by others for too long", true),
    /** There is no space for what is written. */
    FULL("the disk of the database is full", false),
    /** The file system, the file or the server takes no writes. */
    READ_ONLY("the database is read-only", false),
    /** The operating system reports errors of the file. */
    FAULTY("the disk of the database reports errors", false),
    /** What was read cannot be right. */
    DAMAGED("the database is damaged; bring it back from a copy", false),
    /** The store was closed, as the process ends. */
    CLOSED("the database is closed", true);

    private final String text;
    private final boolean brief;

    StoreFailure(String text, boolean brief) {
        this.text = text;
        this.brief = brief;
    }

    /** What is wrong, in words that an operator understands, without a capital letter and a full stop. */
    public String text() {
        return text;
    }

    /** Whether it is likely to pass within seconds, without anybody doing anything about the disk or the file. */
    public boolean isBrief() {
        return brief;
    }
}
