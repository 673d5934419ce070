package io.telamon.control.organization;

import io.telamon.control.api.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * The service account that a client wants with a new organization.
 *
 * @param name 1 to 64 characters
 * @param description 1 to 250 characters
 * @param roles at least one, of the organization
 * @param secretExpiresAfterHours life of its first secret, 8 to 8760 hours
 */
@Valid
public record InitialServiceAccount(
        @NotNull
        @Pattern(
                regexp = InitialServiceAccount.TEXT + "{1,64}",
                message = "must have 1 to 64 letters, digits, spaces or -_.,'")
        String name,

        @NotNull
        @Pattern(
                regexp = InitialServiceAccount.TEXT + "{1,250}",
                message = "must have 1 to 250 letters, digits, spaces or -_.,'")
        String description,

        @NotNull @Size(min = 1, message = "must have at least one role")
        List<Role> roles,

        @NotNull
        @Min(value = 8, message = "must be 8 to 8760 hours")
        @Max(value = 8760, message = "must be 8 to 8760 hours")
        Integer secretExpiresAfterHours) {

    static final String TEXT = "[\\p{L}\\p{N}\\-_.,' ]";
}
