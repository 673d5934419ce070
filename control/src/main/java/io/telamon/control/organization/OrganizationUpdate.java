package io.telamon.control.organization;

import io.telamon.control.api.ReadOnly;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** What a client may change of an organization. */
@Valid
@ReadOnly({"id", "isDeleted"})
public record OrganizationUpdate(
        @NotNull @Pattern(regexp = OrganizationName.PATTERN, message = OrganizationName.EXPECTATION)
        String name,

        @Nullable Boolean skipDefaultAlertsSettings) {}
