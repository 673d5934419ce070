package io.telamon.control.cluster;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The ports of a cluster's members, each 1 to 65535.
 *
 * @param port that of the primary, if the cluster has ports of its own
 * @param secondPort that of a secondary, if there is one
 * @param thirdPort that of the other secondary
 */
public record MemberPorts(OptionalInt port, OptionalInt secondPort, OptionalInt thirdPort) {

    /** No ports of its own. */
    public static final MemberPorts NONE = of(List.of());

    /** How many members a cluster has where there are enough addresses. */
    public static final int MEMBERS = 3;

    /**
     * These ports, the primary's first.
     *
     * @throws IllegalArgumentException if there are more than three
     */
    public static MemberPorts of(List<Integer> ports) {
        if (ports.size() > MEMBERS) {
            throw new IllegalArgumentException(ports.size() + " members");
        }
        return new MemberPorts(at(ports, 0), at(ports, 1), at(ports, 2));
    }

    private static OptionalInt at(List<Integer> ports, int member) {
        return member < ports.size() ? OptionalInt.of(ports.get(member)) : OptionalInt.empty();
    }

    /** Those that there are, the primary's first. */
    public List<Integer> all() {
        return Stream.of(port, secondPort, thirdPort)
                .flatMap(one -> one.stream().boxed())
                .toList();
    }
}
