package io.telamon.control.access.serviceaccount;

import io.telamon.control.api.ReadOnly;
import io.telamon.control.api.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of the operations on service accounts. */
public final class AccountRequests {

    static final String CHARACTERS = "^[\\p{L}\\p{N}\\-_.,' ]*$";
    static final String WRONG_CHARACTERS = "may have letters, digits, spaces and - _ . , ' only";
    static final String NAME_LENGTH = "must have 1 to 64 characters";
    static final String DESCRIPTION_LENGTH = "must have 1 to 250 characters";
    static final String ROLES_LENGTH = "must have at least one role";

    private AccountRequests() {}

    /** A new account with its first secret. */
    @Valid
    @ReadOnly({"clientId", "createdAt", "secrets"})
    public record Create(
            @NotNull
            @Size(min = 1, max = 64, message = NAME_LENGTH)
            @Pattern(regexp = CHARACTERS, message = WRONG_CHARACTERS)
            String name,

            @NotNull
            @Size(min = 1, max = 250, message = DESCRIPTION_LENGTH)
            @Pattern(regexp = CHARACTERS, message = WRONG_CHARACTERS)
            String description,

            @NotNull @Size(min = 1, message = ROLES_LENGTH) List<Role> roles,

            @NotNull Integer secretExpiresAfterHours) {}

    /** What changes of an account; what is absent stays. */
    @Valid
    @ReadOnly({"clientId", "createdAt", "secrets"})
    public record Update(
            @Size(min = 1, max = 64, message = NAME_LENGTH)
            @Pattern(regexp = CHARACTERS, message = WRONG_CHARACTERS)
            @Nullable
            String name,

            @Size(min = 1, max = 250, message = DESCRIPTION_LENGTH)
            @Pattern(regexp = CHARACTERS, message = WRONG_CHARACTERS)
            @Nullable
            String description,

            @Size(min = 1, message = ROLES_LENGTH) @Nullable List<Role> roles) {}

    /** Roles in a project for an account that is there. */
    @Valid
    public record Invitation(
            @NotNull @Size(min = 1, message = ROLES_LENGTH) List<Role> roles) {}

    /** Another secret. */
    @Valid
    @ReadOnly({"createdAt", "expiresAt", "id", "lastUsedAt", "maskedSecretValue", "secret"})
    public record CreateSecret(@NotNull Integer secretExpiresAfterHours) {}
}
