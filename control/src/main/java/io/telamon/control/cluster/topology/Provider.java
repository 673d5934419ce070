package io.telamon.control.cluster.topology;

/** The cloud providers whose regions clusters name. */
public enum Provider {
    AWS,
    AZURE,
    GCP
}
