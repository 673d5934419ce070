package io.telamon.control.api;

/**
 * The endpoint sets that share a token bucket: how many requests a full bucket holds and how many tokens return in how
 * many seconds. Numbers are those that the service documents.
 */
public enum RateSet {
    ACTIVITY_FEED(Scope.GROUP, 1200, 500),
    CLUSTERS(Scope.GROUP, 10_000, 5000),
    CLUSTERS_OF_USER(Scope.USER, 300, 100),
    CUSTOM_DATABASE_ROLES(Scope.GROUP, 2000, 1000),
    DATABASE_USERS(Scope.GROUP, 10_000, 5000),
    EVENTS(Scope.GROUP, 300, 100),
    EVENTS_OF_ORGANIZATION(Scope.ORGANIZATION, 500, 250),
    EVENT_TYPES(Scope.USER, 300, 100),
    FLEX_CLUSTERS(Scope.GROUP, 1200, 500),
    IP_ADDRESSES(Scope.GROUP, 1200, 500),
    CLOUD_USERS_OF_GROUP(Scope.GROUP, 1200, 500),
    CLOUD_USERS_OF_ORGANIZATION(Scope.ORGANIZATION, 500, 250),
    ORGANIZATIONS(Scope.ORGANIZATION, 500, 250),
    ORGANIZATIONS_OF_USER(Scope.USER, 300, 100),
    ORGANIZATION_SETTINGS(Scope.ORGANIZATION, 10, 5),
    PERFORMANCE_ADVISOR(Scope.GROUP, 1200, 500),
    PRIVATE_ENDPOINTS(Scope.GROUP, 4000, 2000),
    API_KEYS_OF_GROUP(Scope.GROUP, 1200, 500),
    API_KEYS_OF_ORGANIZATION(Scope.ORGANIZATION, 500, 250),
    ACCESS_LIST(Scope.GROUP, 1200, 500),
    PROJECTS(Scope.GROUP, 1200, 500),
    PROJECTS_OF_USER(Scope.USER, 1200, 500),
    ROOT(Scope.USER, 300, 100),
    ROOT_UNAUTHENTICATED(Scope.IP, 400, 100),
    SERVERLESS_INSTANCES(Scope.GROUP, 1200, 500),
    SERVICE_ACCOUNTS_OF_GROUP(Scope.GROUP, 1200, 500),
    SERVICE_ACCOUNTS_OF_ORGANIZATION(Scope.ORGANIZATION, 500, 250),
    TEAMS_OF_GROUP(Scope.GROUP, 1200, 500),
    TEAMS_OF_ORGANIZATION(Scope.ORGANIZATION, 1200, 500);

    /** Seconds in which {@link #refill} tokens return. */
    public static final int REFILL_SECONDS = 60;

    private final Scope scope;
    private final int capacity;
    private final int refill;

    RateSet(Scope scope, int capacity, int refill) {
        this.scope = scope;
        this.capacity = capacity;
        this.refill = refill;
    }

    /** What has a bucket of its own. */
    public enum Scope {
        GROUP,
        ORGANIZATION,
        USER,
        IP
    }

    /** What has a bucket of its own. */
    public Scope scope() {
        return scope;
    }

    /** Requests that a full bucket allows at once. */
    public int capacity() {
        return capacity;
    }

    /** Tokens that return in {@link #REFILL_SECONDS}. */
    public int refill() {
        return refill;
    }
}
