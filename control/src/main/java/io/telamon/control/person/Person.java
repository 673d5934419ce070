package io.telamon.control.person;

import io.telamon.control.access.principal.ApiPrincipal;
import io.telamon.control.api.Caller;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.model.PrincipalId;
import java.time.Instant;
import java.util.Optional;

/**
 * A person. The API knows no login of theirs: they hold roles, are members, and are named in events.
 *
 * @param id 24 hexadecimal digits
 * @param username an email address, unique whatever its case
 * @param firstName nothing as long as the person has no account, but only invitations
 * @param country two letters of ISO 3166-1
 * @param createdAt when the account was made, or the first invitation
 * @param lastAuth when the person last logged in, which is when an invitation was accepted last
 */
public record Person(
        PrincipalId id,
        String username,
        Optional<String> firstName,
        Optional<String> lastName,
        Optional<String> country,
        Optional<String> mobileNumber,
        Instant createdAt,
        Optional<Instant> lastAuth) {

    /** Whether the person has an account. */
    public boolean hasAccount() {
        return firstName.isPresent();
    }

    /** The person as a holder of roles in an organization and its projects. */
    public ApiPrincipal in(OrganizationId organizationId) {
        return new ApiPrincipal(Caller.Kind.PERSON, id, username, organizationId);
    }

    /** The same person with an account, under the profile that is given. */
    Person with(Profile profile, Instant now) {
        return new Person(
                id,
                username,
                Optional.of(profile.firstName()),
                Optional.of(profile.lastName()),
                Optional.of(profile.country()),
                profile.mobileNumber(),
                createdAt,
                Optional.of(now));
    }
}
