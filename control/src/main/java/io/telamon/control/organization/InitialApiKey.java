package io.telamon.control.organization;

import io.telamon.control.api.FreeText;
import io.telamon.control.api.ReadOnly;
import io.telamon.control.api.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * The API key that a client wants with a new organization.
 *
 * @param desc 1 to 250 characters
 * @param roles at least one, of the organization
 */
@Valid
@ReadOnly({"id", "privateKey", "publicKey"})
public record InitialApiKey(
        @FreeText @NotNull @Size(min = 1, max = 250, message = "must have 1 to 250 characters")
        String desc,

        @NotNull @Size(min = 1, message = "must have at least one role")
        List<Role> roles) {}
