package io.telamon.control.cluster;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** Gives new clusters their host names, in the recorded form. */
final class HostNames {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";

    private final RandomGenerator random = new SecureRandom();

    Hosts of(String clusterName, MemberPorts ports) {
        return new Hosts(
                ClusterNames.label(clusterName), word(7), "ac-" + word(7), "atlas-" + word(6) + "-shard-0", ports);
    }

    private String word(int length) {
        StringBuilder word = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            word.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return word.toString();
    }
}
