package io.telamon.control.cluster;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Gives new clusters their host names, in the recorded form. */
final class HostNames {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LONGEST_LABEL = 23;

    private final RandomGenerator random = new SecureRandom();

    Hosts of(String clusterName, MemberPorts ports) {
        return new Hosts(label(clusterName), word(7), "ac-" + word(7), "atlas-" + word(6) + "-shard-0", ports);
    }

    private static String label(String clusterName) {
        String label = clusterName.toLowerCase(Locale.ROOT);
        return label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL);
    }

    private String word(int length) {
        StringBuilder word = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            word.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return word.toString();
    }
}
