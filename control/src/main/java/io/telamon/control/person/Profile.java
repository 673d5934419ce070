package io.telamon.control.person;

import java.util.Optional;

/**
 * What a person tells when making an account.
 *
 * @param country two letters of ISO 3166-1
 */
public record Profile(String firstName, String lastName, String country, Optional<String> mobileNumber) {

    private static final String COUNTRY = "US";

    /** That of who tells nothing: both parts of the email address, and some country. */
    public static Profile of(String username) {
        int sign = username.indexOf('@');
        return new Profile(username.substring(0, sign), username.substring(sign + 1), COUNTRY, Optional.empty());
    }

    /** That of who has an account. */
    static Profile of(Person person) {
        return new Profile(
                person.firstName().orElse(""),
                person.lastName().orElse(""),
                person.country().orElse(COUNTRY),
                person.mobileNumber());
    }
}
