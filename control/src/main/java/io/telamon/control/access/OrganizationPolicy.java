package io.telamon.control.access;

/**
 * What an organization's settings say about its API keys and service accounts. Asked on requests' way, so answers come
 * from memory where they can.
 */
public interface OrganizationPolicy {

    /** The policy of organizations that set nothing. */
    OrganizationPolicy NONE = new OrganizationPolicy() {};

    /** The longest that a secret may be asked to live, in hours; 8760 unless set. */
    int MOST_SECRET_HOURS = 8760;

    /** Whether callers without an API access list are refused. */
    default boolean requiresAccessList(String organizationId) {
        return false;
    }

    /** The longest that a service account's secret may live, in hours, 8 to 8760. */
    default int mostSecretHours(String organizationId) {
        return MOST_SECRET_HOURS;
    }
}
