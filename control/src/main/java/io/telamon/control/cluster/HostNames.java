package io.telamon.control.cluster;

import io.telamon.gateway.model.ProjectId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Gives new clusters their host names, in the recorded form. */
final class HostNames {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";

    private static final int PROJECT_CHARACTERS = 6;

    private final RandomGenerator random = new SecureRandom();

    /** Those of a new cluster: tenants have names of their own, dedicated clusters one after the cluster's name. */
    Hosts of(ClusterKey key, Cluster.Kind kind, MemberPorts ports) {
        String label = ClusterNames.label(key.name());
        String replicaSet = "atlas-" + word(6) + "-shard-0";
        return kind == Cluster.Kind.DEDICATED
                ? new Hosts(label, ofProject(key.projectId()), label, replicaSet, ports)
                : new Hosts(label, word(7), "ac-" + word(7), replicaSet, ports);
    }

    /** The domain of all dedicated clusters of a project, which have it in common, as recorded: the same each time. */
    private static String ofProject(ProjectId projectId) {
        byte[] id = projectId.value().getBytes(StandardCharsets.US_ASCII);
        long rest = UUID.nameUUIDFromBytes(id).getLeastSignificantBits() & Long.MAX_VALUE;
        StringBuilder word = new StringBuilder(PROJECT_CHARACTERS);
        for (int i = 0; i < PROJECT_CHARACTERS; i++) {
            word.append(ALPHABET.charAt((int) (rest % ALPHABET.length())));
            rest /= ALPHABET.length();
        }
        return word.toString();
    }

    private String word(int length) {
        StringBuilder word = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            word.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return word.toString();
    }
}
