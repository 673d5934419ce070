package io.telamon.control.cluster;

import io.telamon.control.cluster.topology.Provider;

/** What a client asks for when it creates a cluster. */
public record ClusterDraft(
        String name, Cluster.Kind kind, boolean inServerlessApi, Provider provider, String region, ClusterSpec spec) {}
