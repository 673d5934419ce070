package io.telamon.control.cluster;

import java.util.List;

/** What a client asks for when it creates a cluster. */
public record ClusterDraft(
        String name,
        Cluster.Kind kind,
        boolean inServerlessApi,
        Provider provider,
        String region,
        boolean terminationProtection,
        boolean continuousBackup,
        List<Tag> tags) {}
