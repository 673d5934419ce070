package io.telamon.control.cluster.topology;

/** The kinds of disks at AWS. */
public enum VolumeType {
    /** As fast as the size of the instance says. */
    STANDARD,
    /** As fast as the client says. */
    PROVISIONED
}
