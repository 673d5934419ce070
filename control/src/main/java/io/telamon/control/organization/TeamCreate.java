package io.telamon.control.organization;

import io.telamon.control.api.ReadOnly;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What a client asks for when it creates a team.
 *
 * @param usernames at least one; email addresses, each once
 */
@Valid
@ReadOnly("id")
public record TeamCreate(
        @NotNull @Pattern(regexp = TeamCreate.NAME, message = TeamCreate.EXPECTATION)
        String name,

        @NotNull @Size(max = 250, message = "must have at most 250 user names")
        List<
                        @NotNull @Size(max = 254, message = TeamCreate.LONGEST)
                        @Pattern(regexp = TeamCreate.ADDRESS, message = TeamCreate.WRONG_ADDRESS) String>
                usernames) {

    /** A local part and a domain with an at sign between, without white space (RFC 5321, section 4.1.2, simplified). */
    static final String ADDRESS = "[^\\s@<>(),:;\\[\\]\"\\\\\\p{C}]{1,64}@[\\p{L}\\p{N}.-]{1,253}";

    static final String WRONG_ADDRESS = "must be an email address";
    static final String LONGEST = "must have at most 254 characters";
    static final String NAME = "\\S(.{0,62}\\S)?";
    static final String EXPECTATION = "must have 1 to 64 characters and no space at either end";
}
