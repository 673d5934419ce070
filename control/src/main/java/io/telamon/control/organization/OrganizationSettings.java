package io.telamon.control.organization;

import io.telamon.control.api.Patch;
import io.telamon.control.store.StoredAsJson;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The settings of an organization, or a change of some of them; what a change leaves out stays as it is.
 *
 * @param apiAccessListRequired whether callers may only call from addresses on their API access list
 * @param customSessionTimeouts as a whole; without attributes it returns to what applies to all
 * @param maxServiceAccountSecretValidityInHours the longest life of a new secret, 8 to 8760 hours; absent where the
 *     longest applies
 * @param securityContact an email address; empty clears it
 */
@Valid
@StoredAsJson
public record OrganizationSettings(
        @Nullable Boolean apiAccessListRequired,
        @Valid @Nullable SessionTimeouts customSessionTimeouts,
        @Nullable Boolean genAIFeaturesEnabled,

        @Min(value = 8, message = "must be 8 to 8760 hours")
        @Max(value = 8760, message = "must be 8 to 8760 hours")
        @Nullable
        Integer maxServiceAccountSecretValidityInHours,

        @Nullable Boolean multiFactorAuthRequired,
        @Nullable Boolean restrictEmployeeAccess,

        @Pattern(regexp = "|[^@\\s]{1,64}@[^@\\s]{1,255}", message = "must be an email address or empty") @Nullable
        String securityContact,

        @Nullable Boolean streamsCrossGroupEnabled) {

    /** What a new organization has. */
    static final OrganizationSettings INITIAL =
            new OrganizationSettings(false, null, true, null, false, false, null, false);

    /** The longest life of a secret, in hours, where the organization sets none. */
    private static final int LONGEST_SECRET_VALIDITY = 8760;

    /** The longest life of a new service account secret, in hours. */
    public int longestSecretValidity() {
        return maxServiceAccountSecretValidityInHours == null
                ? LONGEST_SECRET_VALIDITY
                : maxServiceAccountSecretValidityInHours;
    }

    /** Whether callers may only call from addresses on their API access list. */
    public boolean requiresAccessList() {
        return Boolean.TRUE.equals(apiAccessListRequired);
    }

    /** The settings after a change: no time-outs and an empty contact in the change remove those that there are. */
    OrganizationSettings changedBy(OrganizationSettings change) {
        OrganizationSettings changed = Patch.applied(this, change);
        return new OrganizationSettings(
                changed.apiAccessListRequired,
                SessionTimeouts.NONE.equals(changed.customSessionTimeouts) ? null : changed.customSessionTimeouts,
                changed.genAIFeaturesEnabled,
                changed.maxServiceAccountSecretValidityInHours,
                changed.multiFactorAuthRequired,
                changed.restrictEmployeeAccess,
                "".equals(changed.securityContact) ? null : changed.securityContact,
                changed.streamsCrossGroupEnabled);
    }
}
