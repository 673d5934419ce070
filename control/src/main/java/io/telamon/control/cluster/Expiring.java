package io.telamon.control.cluster;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a cluster has until a moment that the client sets.
 *
 * @param featurePin the feature compatibility version that the cluster is kept at, if it is
 * @param employeeGrant what employees of MongoDB may see, if they may
 */
public record Expiring(
        @Nullable FeaturePin featurePin, @Nullable EmployeeGrant employeeGrant) {

    /** Nothing. */
    public static final Expiring NOTHING = new Expiring(null, null);

    /**
     * The feature compatibility version of a cluster that is to be upgraded and may go back.
     *
     * @param version a major version
     * @param pinnedAt when it was pinned first
     */
    public record FeaturePin(String version, Instant pinnedAt, Instant expirationDate) {}

    /** What employees of MongoDB may see. */
    public record EmployeeGrant(Instant expirationTime, GrantType grantType) {}

    /** The extents of an {@link EmployeeGrant}. */
    public enum GrantType {
        CLUSTER_DATABASE_LOGS,
        CLUSTER_INFRASTRUCTURE,
        CLUSTER_INFRASTRUCTURE_AND_APP_SERVICES_SYNC_DATA
    }

    /** The same with another pin, or none. */
    public Expiring withPin(@Nullable FeaturePin pin) {
        return new Expiring(pin, employeeGrant);
    }

    /** The same with another grant, or none. */
    public Expiring withGrant(@Nullable EmployeeGrant grant) {
        return new Expiring(featurePin, grant);
    }

    /** What of it is left at a moment. */
    public Expiring at(Instant now) {
        return new Expiring(
                featurePin != null && featurePin.expirationDate.isAfter(now) ? featurePin : null,
                employeeGrant != null && employeeGrant.expirationTime.isAfter(now) ? employeeGrant : null);
    }

    /** The moment at which something of it ends next. */
    public Optional<Instant> next() {
        return Stream.of(
                        Optional.ofNullable(featurePin).map(FeaturePin::expirationDate),
                        Optional.ofNullable(employeeGrant).map(EmployeeGrant::expirationTime))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }
}
