package io.telamon.control.cluster;

/** The cloud providers whose regions clusters name. */
public enum Provider {
    AWS,
    AZURE,
    GCP
}
