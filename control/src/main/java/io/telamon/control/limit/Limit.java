package io.telamon.control.limit;

import java.util.Arrays;
import java.util.Optional;

/**
 * What can be limited in a project, with the documented default and bounds of each limit. Limits without a default do
 * not apply until they are set.
 */
public enum Limit {
    /** Clusters. */
    CLUSTERS("atlas.project.deployment.clusters", 25, 100),
    /** Nodes of a region that private endpoints lead to. */
    NODES_PER_PRIVATE_LINK_REGION("atlas.project.deployment.nodesPerPrivateLinkRegion", 50, 90),
    /** Private service connections of a region. */
    SERVICE_CONNECTIONS("atlas.project.deployment.privateServiceConnectionsPerRegionGroup", 50, 100),
    /** The length of the mask of the subnets of private service connections. */
    SERVICE_CONNECTIONS_SUBNET_MASK("atlas.project.deployment.privateServiceConnectionsSubnetMask", 27, 27),
    /** Deployments that serverless instances share. */
    SERVERLESS_MTMS("atlas.project.deployment.serverlessMTMs", 100, 100),
    /** Custom database roles. */
    CUSTOM_ROLES("atlas.project.security.databaseAccess.customRoles", 100, 1400),
    /** Database users. */
    DATABASE_USERS("atlas.project.security.databaseAccess.users", 100, 100),
    /** Entries of the access list that hold across regions. */
    CROSS_REGION_ENTRIES("atlas.project.security.networkAccess.crossRegionEntries", 40, 220),
    /** Entries of the access list. */
    ACCESS_LIST_ENTRIES("atlas.project.security.networkAccess.entries", 200, 200),
    /** Bytes that one federated query reads. */
    BYTES_OF_A_QUERY("dataFederation.bytesProcessed.query"),
    /** Bytes that federated queries read in a day. */
    BYTES_A_DAY("dataFederation.bytesProcessed.daily"),
    /** Bytes that federated queries read in a week. */
    BYTES_A_WEEK("dataFederation.bytesProcessed.weekly"),
    /** Bytes that federated queries read in a month. */
    BYTES_A_MONTH("dataFederation.bytesProcessed.monthly");

    private static final long SMALLEST_SUBNET_MASK = 20;

    private final String apiName;
    private final Optional<Long> standard;
    private final long maximum;

    Limit(String apiName, long standard, long maximum) {
        this.apiName = apiName;
        this.standard = Optional.of(standard);
        this.maximum = maximum;
    }

    Limit(String apiName) {
        this.apiName = apiName;
        this.standard = Optional.empty();
        this.maximum = Long.MAX_VALUE;
    }

    /** The limit that the API calls so, for example {@code atlas.project.deployment.clusters}. */
    public static Optional<Limit> named(String name) {
        return Arrays.stream(values())
                .filter(limit -> limit.apiName.equals(name))
                .findFirst();
    }

    /** Its name in the API. */
    public String apiName() {
        return apiName;
    }

    /** The value where none is set, or nothing where the limit then does not apply. */
    public Optional<Long> standard() {
        return standard;
    }

    /** The highest value that can be set, or nothing where any can. */
    public Optional<Long> maximum() {
        return standard.map(bounded -> maximum);
    }

    /** Whether a project may set it to the value. */
    public boolean allows(long value) {
        return value >= (this == SERVICE_CONNECTIONS_SUBNET_MASK ? SMALLEST_SUBNET_MASK : 1) && value <= maximum;
    }

    /** What a value must be, for violations. */
    public String expectation() {
        long minimum = this == SERVICE_CONNECTIONS_SUBNET_MASK ? SMALLEST_SUBNET_MASK : 1;
        return standard.isPresent() ? "must be " + minimum + " to " + maximum : "must be at least " + minimum;
    }
}
