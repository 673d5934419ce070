package io.telamon.gateway.spi.directory;

/** Whether a cluster takes commands now. */
public enum Availability {
    /** Commands are run. */
    SERVING,
    /** The cluster exists but cannot run commands: drivers get errors they may retry. */
    UNAVAILABLE,
    /** The cluster is paused: its connections are ended, and no others are taken. */
    PAUSED
}
