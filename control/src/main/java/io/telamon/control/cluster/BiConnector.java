package io.telamon.control.cluster;

/**
 * The BI connector.
 *
 * @param readPreference which nodes it reads from, in lower case as recorded: primary, secondary or analytics
 */
public record BiConnector(boolean enabled, String readPreference) {

    /** That of a cluster that says nothing of it, as recorded. */
    public static final BiConnector OFF = new BiConnector(false, "secondary");
}
