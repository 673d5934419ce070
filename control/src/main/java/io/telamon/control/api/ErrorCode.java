package io.telamon.control.api;

import java.util.Arrays;
import java.util.IllegalFormatException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one table of error codes: for each its HTTP status and its detail, whose placeholders are the code's parameters in
 * order. Codes and statuses are those that the API documents or that were recorded.
 */
public enum ErrorCode {
    ACCESS_FORBIDDEN(
            403,
            "The API key or service account holds roles that the caller does not hold. Whoever holds them all, as an owner of the organization does, may change it."),
    ADDRESS_ALREADY_IN_ACCESS_LIST(409, "The address %s is already on the access list."),
    API_KEY_ACCESS_LIST_NOT_FOUND(404, "The access list of API key %s has no entry %s."),
    API_KEY_NOT_FOUND(404, "No API key with ID %s exists."),
    ASYMMETRIC_SHARD_UNSUPPORTED(
            400,
            "The shards of the cluster differ, which this version of the API cannot show. Ask for version 2024-08-05 or later."),
    ATLAS_CUSTOM_ROLE_HAS_NO_PERMISSIONS(400, "A custom role needs an action or a role that it inherits."),
    ATLAS_CUSTOM_ROLE_INVALID_NAME(
            400, "The custom role name %s has characters other than letters, digits, hyphens and underscores."),
    ATLAS_CUSTOM_ROLE_IN_USE_BY_ROLES(409, "Custom role %s is inherited by other custom roles."),
    ATLAS_CUSTOM_ROLE_IN_USE_BY_USERS(409, "Custom role %s is granted to database users."),
    ATLAS_CUSTOM_ROLE_NAME_ALREADY_EXISTS(409, "A custom role named %s exists already."),
    ATLAS_CUSTOM_ROLE_NOT_FOUND(404, "No custom role named %s exists."),
    ATLAS_DUPLICATE_CUSTOM_ROLE_ACTION(
            400, "A custom role names an action twice. Name it once, with all of its resources."),
    ATLAS_DUPLICATE_CUSTOM_ROLE_RESOURCE(400, "An action of a custom role names a resource twice."),
    ATLAS_FTS_ANALYZER_NAME_CANNOT_REUSED(
            400, "The name of an analyzer cannot begin with lucene., as those of stock analyzers do."),
    ATLAS_FTS_ANALYZER_NAME_NOT_UNIQUE(400, "Two analyzers of the search index have the same name."),
    ATLAS_FTS_DUPLICATE_INDEX(400, "The collection already has a search index of that name."),
    ATLAS_GENERAL_ERROR(400, "%s"),
    ATLAS_INVALID_AWS_IAM_ARN(400, "%s is not the Amazon Resource Name of a user or role."),
    ATLAS_INVALID_CIDR_BLOCK(400, "The CIDR block %s of a network container must have a prefix of /%s to /%s."),
    ATLAS_INVALID_CIDR_BLOCK_FOR_SMALL_CONTAINER(
            400, "A network container on Google Cloud with a block smaller than /18 needs the regions that it is for."),
    ATLAS_INVALID_CIDR_RANGE(
            400, "The CIDR block %s is not private: 10.0.0.0/8, 172.16.0.0/12 and 192.168.0.0/16 are."),
    ATLAS_INVALID_CUSTOM_ROLE_CIRCULAR_DEPENDENCY(400, "Custom roles cannot inherit each other in a circle."),
    ATLAS_INVALID_CUSTOM_ROLE_INHERITANCE(400, "A custom role cannot inherit a role that does not exist."),
    ATLAS_INVALID_CUSTOM_ROLE_RESTRICTED(400, "%s is the name of a built-in role."),
    ATLAS_INVALID_CUSTOM_ROLE_SELF_REFERENTIAL(400, "A custom role cannot inherit itself."),
    ATLAS_INVALID_LDAP_NAME(400, "%s is not a distinguished name of the form that RFC 2253 gives them."),
    ATLAS_INVALID_MAINTENANCE_WINDOW_DAY_OF_WEEK(
            400, "The day of a maintenance window is 1, for Sunday, to 7, for Saturday."),
    ATLAS_INVALID_MAINTENANCE_WINDOW_HOUR_OF_DAY(400, "The hour of a maintenance window is 0 to 23."),
    ATLAS_INVALID_ROLE(400, "There is no role %s on database %s."),
    ATLAS_INVALID_ROLE_DATABASE(400, "Role %s cannot be granted on database %s."),
    ATLAS_INVALID_USERNAME(400, "%s cannot be the name of a database user who authenticates so."),
    ATLAS_MAINTENANCE_NOT_SCHEDULED(400, "No maintenance is scheduled in the project."),
    ATLAS_MAINTENANCE_WINDOW_NOT_DEFINED(400, "The project has no maintenance window. Set dayOfWeek first."),
    ATLAS_MANAGED_X509_NAME_INVALID(
            400,
            "%s cannot be the name of a user with certificates of the service: it must be a common name with nothing beside it."),
    ATLAS_NETWORK_PERMISSIONS_LIMIT_EXCEEDED(403, "The access list of the project has at most %s entries."),
    ATLAS_NETWORK_PERMISSION_ENTRY_NOT_FOUND(404, "%s is not on the access list of group %s."),
    ATLAS_NON_CANONICAL_CIDR_BLOCK(400, "The CIDR block %s has host bits. Send %s."),
    ATLAS_RESERVED_CUSTOM_ROLE_RESTRICTED(400, "The role name %s begins with a reserved prefix."),
    ATLAS_X509_USER_CANNOT_BE_TEMPORARY(400, "A user who authenticates with X.509 cannot have a deleteAfterDate."),
    ATLAS_X509_USER_CANNOT_USE_LDAP(400, "A user authenticates either with X.509 or with LDAP."),
    ATLAS_X509_USER_CANNOT_USE_SCRAM(400, "A user who authenticates with X.509 cannot have a password."),
    AUTO_SCALINGS_MUST_BE_IN_EVERY_REGION_CONFIG(
            400, "autoScaling must be in each of the regionConfigs of a shard, or in none."),
    BAD_ACCESS_LIST_ADD_REQUEST(400, "An access list entry needs either ipAddress or cidrBlock, and not both."),
    CANNOT_ADD_GROUP_ROLE(400, "A project role cannot be granted in an organization."),
    CANNOT_ADD_ORG_ROLE(400, "An organization role cannot be granted in a project."),
    CANNOT_ADD_PENDING_USER(404, "A user whose invitation is not accepted yet cannot be added here."),
    CANNOT_CHANGE_CONTAINER_REGION(400, "The region of a network container cannot be changed."),
    CANNOT_CHANGE_GEOSHARDED_CLUSTER_TYPE(
            400, "A global cluster cannot become another type, nor another type a global cluster."),
    CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_CLUSTERS(409, "The project still has clusters. Delete them first."),
    CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_PRIVATE_ENDPOINT_SERVICES(
            409, "The project still has private endpoint services. Delete them first."),
    CANNOT_CLOSE_GROUP_ACTIVE_PEERING_CONNECTIONS(409, "The project still has peering connections. Delete them first."),
    CANNOT_CREATE_FREE_CLUSTER_VIA_PUBLIC_API(
            400, "Cannot create a cluster with instance size M0 via the public api: %s."),
    CANNOT_CREATE_PAUSED_CLUSTER(400, "The cluster %s cannot be paused from the start. Create it, then pause it."),
    CANNOT_DELETE_GROUP_INVITATION(400, "The invitation is one to a project. Delete it there."),
    CANNOT_DELETE_LAST_ADMIN(
            403, "The organization has no other owner. Make another API key or service account its owner first."),
    CANNOT_DELETE_ORG_INVITATION(400, "The invitation is one to an organization. Delete it there."),
    CANNOT_DELETE_PRIVATELINK_WITH_ENDPOINTS(
            409, "The private endpoint service still has private endpoints. Delete them first."),
    CANNOT_DELETE_TEAM_ASSIGNED_TO_PROJECT(404, "The team is still assigned to a project. Remove it there first."),
    CANNOT_DEMOTE_LAST_ORG_OWNER(
            403,
            "The organization has no other owner. Make another one its owner first: another person instead of a person, another API key or service account instead of those."),
    CANNOT_PAUSE_CLUSTER_WITH_PENDING_CHANGES(409, "The cluster is being changed. Pause it when it is IDLE."),
    CANNOT_PAUSE_NVME_CLUSTER(409, "A cluster with NVMe disks cannot be paused, as these lose what they have."),
    CANNOT_PAUSE_RECENTLY_RESUMED_CLUSTER(
            400, "The cluster was resumed less than %s minutes ago and cannot be paused yet."),
    CANNOT_REMOVE_ALL_USER_ROLES(403, "A user needs at least one role. Add another one first."),
    CANNOT_REMOVE_CALLER_FROM_ACCESS_LIST(
            400, "The address %s is the one that this request comes from. Remove it from another address."),
    CANNOT_TERMINATE_CLUSTER_WHEN_TERMINATION_PROTECTION_ENABLED(
            400,
            "Cannot terminate a cluster when termination protection is enabled. Disable termination protection and try again.%.0s"),
    CANNOT_UPDATE_AND_PAUSE_CLUSTER(409, "The cluster %s cannot be paused or resumed and changed by one request."),
    CANNOT_UPDATE_PAUSED_CLUSTER(409, "The cluster %s is paused. Resume it, then change it."),
    CANNOT_UPDATE_PRIVATE_IP_MODE(400, "The project cannot enter this mode. %s"),
    CANNOT_UPDATE_SMALL_CONTAINER(
            400, "The network container %s is limited to some regions, and cannot have another block."),
    CANNOT_USE_AWS_SECURITY_GROUP_WITHOUT_VPC_PEERING_CONNECTION(
            400,
            "An AWS security group needs a VPC peering connection, and nobody comes through one here. Use ipAddress or cidrBlock."),
    CANNOT_USE_CLUSTER_IN_SERVERLESS_INSTANCE_API(400, "Cluster %s cannot be used in the serverless instance API."),
    CANNOT_USE_ENCRYPTION_AT_REST_TENANT(400, "Free clusters cannot have encryption at rest with keys of their own."),
    CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API(400, "Flex cluster %s cannot be used in the Cluster API."),
    CANNOT_USE_NON_FLEX_CLUSTER_IN_FLEX_API(400, "Cannot use non-flex cluster %s in the flex API."),
    CANNOT_USE_SERVERLESS_INSTANCE_IN_CLUSTER_API(400, "Serverless instance %s cannot be used in the Cluster API."),
    CLOUD_PROVIDER_CONTAINER_NOT_FOUND(404, "No network container with ID %s exists."),
    CLUSTER_ALREADY_PAUSED(409, "The cluster is paused already."),
    CLUSTER_ALREADY_REQUESTED_DELETION(400, "Cluster %s is already being deleted."),
    CLUSTER_CANNOT_CHANGE_NAME(400, "The name of a cluster cannot be changed."),
    CLUSTER_CANNOT_CHANGE_PROVIDER_NAME(400, "A dedicated cluster cannot be moved to hosts that tenants share."),
    CLUSTER_DISK_IOPS_INVALID(
            400, "%s IOPS are not possible for a disk of %s GB of instance size %s with volume type %s. Possible: %s."),
    CLUSTER_DISK_SIZE_INVALID(400, "%s."),
    CLUSTER_DISK_SIZE_NOT_WHOLE_NUMBER(400, "The disk size %s is no whole number of gigabytes."),
    CLUSTER_GROUP_ID_INVALID(400, "The body names group %s, and the path group %s."),
    CLUSTER_NAME_INVALID(
            400,
            "%s cannot be the name of a cluster. It has letters, digits and hyphens, and begins with a letter or a digit."),
    CLUSTER_NAME_PREFIX_INVALID(
            400,
            "The cluster name %s is invalid: host names begin with its first %s characters, %s, and cannot end with a hyphen there."),
    CLUSTER_NAME_TOO_LONG(400, "The cluster name %s has more than %s characters."),
    CLUSTER_NOT_FOUND(404, "No cluster named %s exists in group %s."),
    CLUSTER_NUM_SHARDS_INVALID(400, "A zone has 1 to %s shards."),
    CLUSTER_REPLICATION_FACTOR_INVALID(400, "replicationFactor must be 3, 5 or 7."),
    CLUSTER_UPGRADE_INVALID(400, "The MongoDB version of a cluster cannot be lowered."),
    COLLECTION_ROLES_LIMIT_EXCEEDED(403, "A database user has at most %s roles."),
    COMMIT_OUTCOME_UNKNOWN(
            503,
            "The database failed while it committed the change, which may or may not have been applied. Look before you repeat the request."),
    COMMON_PASSWORD(400, "The password is one of those that are tried first. Choose another."),
    COMPUTE_AUTO_SCALING_INSTANCE_SIZE_RANGE_INVALID(400, "minInstanceSize %s is not smaller than maxInstanceSize %s."),
    COMPUTE_AUTO_SCALING_MAX_INSTANCE_SIZE_INVALID(400, "maxInstanceSize %s is smaller than the instance size %s."),
    COMPUTE_AUTO_SCALING_MAX_INSTANCE_SIZE_REQUIRED(400, "Compute auto-scaling needs maxInstanceSize."),
    COMPUTE_AUTO_SCALING_MIN_INSTANCE_SIZE_INVALID(400, "minInstanceSize %s is larger than the instance size %s."),
    COMPUTE_AUTO_SCALING_MIN_INSTANCE_SIZE_REQUIRED(400, "scaleDownEnabled needs minInstanceSize."),
    COMPUTE_AUTO_SCALING_SCALE_DOWN_ENABLED_INVALID(400, "scaleDownEnabled needs compute auto-scaling to be enabled."),
    CONTAINERS_IN_USE(409, "The network container is in use. %s"),
    CONTAINER_ALREADY_EXISTS(409, "A container already exists for group %s."),
    CUSTOM_ROLES_LIMIT_EXCEEDED(
            403, "The project has as many custom roles as its limit allows. Delete one, or raise the limit."),
    DATABASE_NAME_CANNOT_BE_CHANGED(409, "The database that a user authenticates against cannot be changed."),
    DATABASE_NAME_INVALID_ADMIN(400, "%s can be created on the database admin only."),
    DATABASE_NAME_INVALID_EXTERNAL(
            400,
            "Users who authenticate with AWS IAM, LDAP, an OIDC workload or X.509 can be created on the database $external only."),
    DATABASE_USERNAME_CANNOT_BE_CHANGED(409, "The name of a database user cannot be changed."),
    DEVICE_NOT_FOUND(404, "Process %2$s has no disk partition %1$s."),
    DUAL_REPLICATION_SPEC_SPECIFIED(400, "Send either replicationSpec or replicationSpecs."),
    DUPLICATE_CLUSTER_NAME(400, "A %s named %s is already present in group %s."),
    DUPLICATE_CLUSTER_NAME_PREFIX(
            400, "The cluster name %s begins with the same %s characters as that of another cluster of the project."),
    DUPLICATE_DATABASE_ROLES(400, "Role %s on database %s is listed twice."),
    DUPLICATE_ZONE_NAME(400, "Two zones have the same name."),
    ENCRYPTION_AT_REST_NOT_ENABLED(400, "Encryption at rest with keys of your own is not enabled in group %s."),
    EVENT_NOT_FOUND(404, "No event with ID %s exists in project %s."),
    GROUP_ALREADY_EXISTS(409, "A project named %s already exists in the organization."),
    GROUP_NAME_NOT_FOUND(404, "No project named %s exists."),
    GROUP_NOT_FOUND(404, "No group with ID %s exists."),
    GROUP_USERS_LIMIT_EXCEEDED(403, "A project has at most %s database users."),
    HOSTNAME_AND_PORT_NOT_FOUND(404, "No process %s exists in group %s."),
    HOST_NOT_FOUND(404, "No host %s has a process of group %s."),
    HTTP_VERSION_NOT_SUPPORTED(505, "The versions of HTTP that are supported are 1.0 and 1.1."),
    INSTANCE_SIZE_MUST_MATCH_IN_REGION_CONFIGS(
            400, "The electable and read-only nodes of a shard have one instance size in all of its regionConfigs."),
    INVALID_ATTRIBUTE(400, "Invalid attribute %s specified."),
    INVALID_BI_CONNECTOR_READ_PREFERENCE_FOR_TOPOLOGY(
            400, "The BI connector can read from analytics nodes only where there are some."),
    INVALID_CIDR_BLOCK(400, "%s is no block of IPv4 addresses in CIDR notation."),
    INVALID_CLUSTER_CONFIGURATION(400, "The nodes of the cluster cannot be arranged so."),
    INVALID_DATABASE_NAME(400, "%s cannot be the name of a database."),
    INVALID_ENUM_VALUE(400, "The value of %s is not one of those that it may have."),
    INVALID_GRANULARITY(400, "%s is no granularity: use PT10S, PT1M, PT5M, PT30M, PT1H or P1D."),
    INVALID_HOST_PORT(400, "%s is not the port of a process."),
    INVALID_INVITATION_ID(400, "No pending invitation has this ID."),
    INVALID_IP_ADDRESS_OR_CIDR_NOTATION(400, "%s is neither an IP address nor a range of them in CIDR notation."),
    INVALID_JSON(400, "The body is JSON, but not of the form that this operation takes."),
    INVALID_JSON_ATTRIBUTE(400, "The attribute %s does not have the JSON type that it needs."),
    INVALID_METRIC_NAME(404, "There is no measurement %s."),
    INVALID_MONGODB_VERSION_CONFIG(400, "%s."),
    INVALID_NETWORK_PERMISSION_COMMENT(400, "The comment %s is longer than 80 characters."),
    INVALID_PATH_PARAMETER(400, "Invalid path parameter %s specified."),
    INVALID_PEER_ID(404, "%s cannot be the ID of a peering connection."),
    INVALID_PERIOD(400, "The period must be a duration of ISO 8601 of at most ten years, for example P1DT12H."),
    INVALID_PROVIDER(400, "No provider is named %s."),
    INVALID_QUERY_PARAMETER(400, "Invalid query parameter %s specified."),
    INVALID_REGION(400, "No region %s exists for provider %s."),
    INVALID_ROUTE_TABLE_CIDR(400, "The route table CIDR block %s is no block of IPv4 addresses."),
    INVALID_SAMPLE_REFRESH_INTERVAL_BI_CONNECTOR(400, "sampleRefreshIntervalBIConnector must not be negative."),
    INVALID_SAMPLE_SIZE_BI_CONNECTOR(400, "sampleSizeBIConnector must not be negative."),
    INVALID_TENANT_BACKUP_ENABLED(400, "backupEnabled cannot be %s for instance size %s."),
    INVALID_TENANT_CONFIGURATION(
            400,
            "No cluster of instance size %s and MongoDB version %s can be made in region %s. Instance size %s with version %s exists in %s."),
    INVALID_USERNAME(400, "The user name is not an email address."),
    INVALID_VERSION_DATE(
            406,
            "The Accept header names no version of this resource. Ask for application/vnd.atlas.YYYY-MM-DD+json with a date on or after its first version."),
    IP_ADDRESS_NOT_ON_ACCESS_LIST(403, "The address %s is not on the API access list of the caller."),
    MALFORMED_JSON(400, "The body is not well-formed JSON."),
    MALFORMED_REQUEST(400, "The request is not one of HTTP, or its body did not come as announced."),
    MAX_API_KEYS_PER_ORG_EXCEEDED(400, "The organization %s has %s API keys, which is as many as it may."),
    MAX_TEAMS_PER_GROUP_EXCEEDED(400, "The project %s has at most %s teams."),
    MAX_TEAMS_PER_ORG_EXCEEDED(400, "The organization %s has at most %s teams."),
    MAX_TEAMS_PER_USER_EXCEEDED(400, "The user %s can be in %s teams at most."),
    MAX_USERS_PER_ORG_EXCEEDED(400, "The organization %s has at most %s users."),
    MAX_USERS_PER_TEAM_EXCEEDED(400, "The team %s has at most %s users."),
    METHOD_NOT_ALLOWED(405, "The resource %s does not allow the method %s."),
    MISSING_API_KEY_ROLES(400, "An API key needs at least one role."),
    MISSING_ATTRIBUTE(400, "The required attribute %s was not specified."),
    MISSING_QUERY_PARAMETER(400, "The required query parameter %s was not specified."),
    MONGODB_VERSION_INVALID(400, "A cluster of this kind cannot have MongoDB version %s."),
    MULTIPLE_PRIVATE_ENDPOINTS_RESTRICTED_TO_SINGLE_REGION(
            409,
            "Without regionalized private endpoints, a project that has several private endpoints in one region has none in another."),
    MULTIPLE_VALUES_SPECIFIED_FOR_ONE_NETWORK_PERMISSION_ENTRY(
            400, "An access list entry has either ipAddress or cidrBlock, not both."),
    MUTUALLY_EXCLUSIVE_QUERY_PARAMETERS(400, "The query parameters %s and %s cannot be specified both."),
    NOT_GROUP_USER_ADMIN(401, "Giving users roles in the project %s needs the role of its owner."),
    NOT_IMPLEMENTED(501, "The operation %s is not served yet. The compatibility page lists what is."),
    NOT_ORG_GROUP_CREATOR(401, "Creating projects in the organization %s needs the role of a project creator there."),
    NOT_ORG_USER_ADMIN(401, "Giving users roles in the organization %s needs the role of its owner."),
    NOT_READY(503, "The server is not ready: %s."),
    NOT_SERVERLESS_TENANT_CLUSTER(400, "%s"),
    NOT_WORKING(503, "Not working at the moment: %s."),
    NVME_STORAGE_PROVIDER_BACKUP_REQUIRED(400, "A cluster with NVMe disks needs backupEnabled."),
    OPLOG_SIZE_MB_LESS_THAN_990(400, "oplogSizeMB must be at least 990."),
    OPLOG_SIZE_MB_LESS_THAN_EQUAL_ZERO(400, "oplogSizeMB must be greater than 0."),
    OPLOG_SIZE_MB_TOO_BIG(400, "%s."),
    ORG_EVENT_NOT_FOUND(404, "No event with ID %s exists in organization %s."),
    ORG_NOT_EMPTY(409, "The organization still has projects. Delete them first."),
    ORG_NOT_FOUND(404, "No organization with ID %s exists."),
    ORG_REQUIRES_ACCESS_LIST(
            403, "The organization wants an API access list for every API key and service account, and this has none."),
    OUT_OF_CAPACITY(409, "No deployment can take another cluster in region %s."),
    OVERLAPPING_ATLAS_CIDR_BLOCK(409, "The CIDR block %s overlaps that of another network container."),
    OVERLAPPING_CIDR_BLOCK(409, "The CIDR block %s overlaps that of the network container or of another peer."),
    PATH_PARAM_PARSE_ERROR(400, "A parameter in the path %s does not have the form of one."),
    PAYLOAD_TOO_LARGE(413, "The body is larger than %s bytes."),
    PEER_ALREADY_EXISTS(409, "VPC %s is already peered with network container %s."),
    PEER_ALREADY_EXISTS_AZURE(409, "VNet %s is already peered with network container %s."),
    PEER_ALREADY_EXISTS_GCP(409, "Network %s is already peered with network container %s."),
    PEER_ALREADY_REQUESTED_DELETION(409, "The peering connection %s is already being deleted."),
    PEER_INVALID_STATE(409, "The peering connection %s is %s and cannot be changed."),
    PEER_MAXIMUM_REACHED(409, "A project has at most %s such peering connections."),
    PEER_NOT_FOUND(404, "No peering connection with ID %s exists in group %s."),
    PRIVATELINK_CANNOT_ACCEPT_ENDPOINTS(409, "The private endpoint cannot be connected: %s."),
    PRIVATELINK_INTERFACE_ENDPOINT_ALREADY_EXISTS(409, "The project already has a private endpoint with ID %s."),
    PRIVATELINK_INTERFACE_ENDPOINT_ID_MALFORMED(404, "The path does not name a private endpoint of the provider."),
    PRIVATELINK_INTERFACE_ENDPOINT_NOT_FOUND(404, "No private endpoint with ID %s exists there."),
    PRIVATE_ENDPOINT_SERVICE_ALREADY_EXISTS_FOR_REGION(
            409, "A private endpoint service already exists for %s region %s."),
    PRIVATE_ENDPOINT_SERVICE_NOT_FOUND(404, "No private endpoint service with ID %s exists in group %s."),
    PROVIDER_UNSUPPORTED(400, "%s"),
    RATE_LIMITED(429, "Resource %s is limited to %s requests every %s minutes."),
    RATE_LIMITED_TOKEN_BUCKET(
            429,
            "The endpoint set %s allows %s requests for one %s, refilled by %s every %s seconds, and none is left."),
    REPLICATION_SPECS_INVALID(400, "A replica set has one replication spec, and that of a free cluster one region."),
    REQUEST_HEADER_FIELDS_TOO_LARGE(431, "The header fields are larger than 16384 bytes."),
    REQUEST_TIMEOUT(408, "The request did not come in time."),
    RESOURCE_NOT_FOUND(404, "Cannot find resource %s."),
    ROLE_NEEDS_GROUP_ID(400, "The role %s needs a groupId, and no orgId."),
    ROLE_NEEDS_ORG_ID(400, "The role %s needs an orgId, and no groupId."),
    SERVERLESS_INSTANCE_NOT_FOUND(404, "No serverless instance named %s exists in group %s."),
    SERVICE_UNAVAILABLE(503, "The service is not available for a moment. Try again after the time in Retry-After."),
    SHARDED_CLUSTER_CANT_BECOME_REPLICA_SET(400, "A sharded cluster cannot become a replica set."),
    SHARDING_NOT_SUPPORTED(400, "Clusters of instance size %s cannot be sharded."),
    SHORT_PASSWORD(400, "The password has fewer than 8 characters."),
    START_DATE_AFTER_END_DATE(400, "The start date must not be after the end date."),
    TEAM_EXISTS_IN_GROUP(409, "The team is in the project already."),
    TEAM_NAME_NOT_AVAILABLE(409, "A team named %s already exists in organization %s."),
    TEAM_NAME_NOT_FOUND(404, "No team named %s exists."),
    TEAM_NOT_FOUND(404, "No team with ID %s exists."),
    TEAM_NOT_IN_GROUP(404, "The team is not in the project."),
    TENANT_CLUSTER_PROCESS_ARGS_NOT_SUPPORTED(400, "The advanced configuration of free clusters cannot be changed."),
    TENANT_CLUSTER_UPDATE_UNSUPPORTED(400, "Cannot update a M0/M2/M5 cluster through the public API."),
    TRANSFER_ENCODING_NOT_SUPPORTED(501, "The only transfer encoding that is supported is chunked."),
    UNEXPECTED_ERROR(
            500,
            "Something went wrong here, and the log says what. Look whether the request changed anything before you repeat it."),
    UNSUPPORTED_MEDIA_TYPE(415, "The body is %s. Send application/json or the media type of the version."),
    UNSUPPORTED_ROLE(400, "A custom role is granted on the database admin, whatever databases its actions are about."),
    URI_TOO_LONG(414, "The request line is longer than 4096 bytes."),
    USERNAME_NOT_FOUND(404, "No user named %s exists."),
    USER_ALREADY_EXISTS(409, "A user named %s exists already."),
    USER_ALREADY_IN_TEAM(409, "The user %s is in the team %s already."),
    USER_NOT_FOUND(404, "No user with ID %s exists."),
    USER_NOT_IN_GROUP(404, "The user %s has no role in project %s."),
    USER_UNAUTHORIZED(401, "The caller does not have the role that this operation needs."),
    VALIDATION_ERROR(400, "The request is not valid: %s"),
    VERSION_GONE(410, "Version %s of %s is no longer available.");

    private final int status;
    private final String detail;

    ErrorCode(int status, String detail) {
        this.status = status;
        this.detail = detail;
    }

    /** The HTTP status, 400 to 599. */
    public int status() {
        return status;
    }

    /** The refusal about these parameters, strings, numbers and ids, as many as the detail has placeholders. */
    public ApiException about(Object... parameters) {
        return new ApiException(this, plain(parameters), List.of(), Map.of());
    }

    /**
     * Refuses when the condition holds.
     *
     * @param parameters as for {@link #about}
     * @throws ApiException this one
     */
    public void refuseIf(boolean condition, Object... parameters) {
        if (condition) {
            throw about(parameters);
        }
    }

    /**
     * Refuses a value that is there and is not between the bounds.
     *
     * @throws ApiException this one
     */
    public void refuseOutside(int least, int most, @Nullable Integer value) {
        refuseIf(value != null && (value < least || value > most));
    }

    /** The refusal of a body for all that is wrong with it. */
    public ApiException because(List<Violation> violations, Object... parameters) {
        return new ApiException(this, plain(parameters), violations, Map.of());
    }

    /** Numbers as they are, and everything else as text: ids say theirs by {@code toString}. */
    private static List<Object> plain(Object[] parameters) {
        return Arrays.stream(parameters)
                .<Object>map(parameter -> parameter instanceof Number ? parameter : parameter.toString())
                .toList();
    }

    String reason() {
        return HttpReason.of(status);
    }

    String detail(List<Object> parameters) {
        try {
            return detail.formatted(parameters.toArray());
        } catch (IllegalFormatException e) {
            throw new IllegalStateException(
                    String.format(Locale.ROOT, "%s takes more parameters than %d", this, parameters.size()), e);
        }
    }
}
