package io.telamon.control.dataplane;

import io.telamon.control.cluster.Hosts;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first label of a member's host name.
 *
 * @param shardLabel what the names of the cluster's members begin with
 * @param member the position of the member, 0 for the primary
 */
record MemberLabel(String shardLabel, int member) {

    private static final Pattern FORM = Pattern.compile("(.+)" + Hosts.MEMBER + "([012])");

    /** A label in its parts. The own label of a cluster may have the same form, so that the cluster has to be looked for by either. */
    static Optional<MemberLabel> of(String label) {
        Matcher numbered = FORM.matcher(label);
        return numbered.matches()
                ? Optional.of(new MemberLabel(numbered.group(1), Integer.parseInt(numbered.group(2))))
                : Optional.empty();
    }
}
