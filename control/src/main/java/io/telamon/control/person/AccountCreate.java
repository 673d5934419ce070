package io.telamon.control.person;

import io.telamon.control.api.ReadOnly;
import io.telamon.control.api.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An account that a client makes for somebody.
 *
 * @param country two letters of ISO 3166-1
 * @param password at least 8 characters; nobody can log in with it, so that it is not kept
 * @param roles what the person is invited to
 */
@Valid
@ReadOnly({"createdAt", "emailAddress", "id", "lastAuth", "teamIds"})
public record AccountCreate(
        @NotNull @Pattern(regexp = "[A-Z]{2}", message = "must be two capital letters")
        String country,

        @NotNull @Size(min = 1, max = 100, message = AccountCreate.LENGTH)
        String firstName,

        @NotNull @Size(min = 1, max = 100, message = AccountCreate.LENGTH)
        String lastName,

        @Nullable String mobileNumber,

        @NotNull @Size(min = 8, message = "must have at least 8 characters")
        String password,

        @Valid @Nullable List<ScopedRole> roles,
        @NotNull String username) {

    static final String LENGTH = "must have 1 to 100 characters";

    /** A role in an organization or in a project. */
    @Valid
    public record ScopedRole(
            @Nullable @Pattern(regexp = MemberRequests.ID, message = MemberRequests.NO_ID)
            String groupId,

            @Nullable @Pattern(regexp = MemberRequests.ID, message = MemberRequests.NO_ID)
            String orgId,

            @NotNull Role roleName) {}

    List<ScopedRole> someRoles() {
        return roles == null ? List.of() : roles;
    }

    Profile profile() {
        return new Profile(firstName, lastName, country, Optional.ofNullable(mobileNumber));
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "AccountCreate[" + username + "]";
    }
}
