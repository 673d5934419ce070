package io.telamon.control.organization;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks for when it creates an organization.
 *
 * @param federationSettingsId accepted, as there are no federations here
 * @param orgOwnerId the person who becomes its owner: a member of the caller's organization; without one, the oldest
 *     owner of that
 */
@Valid
public record OrganizationCreate(
        @Valid @Nullable InitialApiKey apiKey,

        @Pattern(regexp = "[a-f0-9]{24}", message = "must be 24 hexadecimal digits") @Nullable
        String federationSettingsId,

        @NotNull @Pattern(regexp = OrganizationName.PATTERN, message = OrganizationName.EXPECTATION)
        String name,

        @Pattern(regexp = "[a-f0-9]{24}", message = "must be 24 hexadecimal digits") @Nullable
        String orgOwnerId,

        @Valid @Nullable InitialServiceAccount serviceAccount,
        @Nullable Boolean skipDefaultAlertsSettings) {}
