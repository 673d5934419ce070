package io.telamon.control.organization;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.ReadOnly;
import io.telamon.control.api.Violation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks for when it creates a team.
 *
 * @param usernames email addresses, each once; a team may have none
 */
@Valid
@ReadOnly("id")
public record TeamCreate(
        @NotNull @Pattern(regexp = TeamCreate.NAME, message = TeamCreate.EXPECTATION)
        String name,

        @Nullable @Size(max = 250, message = "must have at most 250 user names")
        List<
                        @NotNull @Size(max = 254, message = TeamCreate.LONGEST)
                        @Pattern(regexp = TeamCreate.ADDRESS, message = TeamCreate.WRONG_ADDRESS) String>
                usernames) {

    /**
     * The members.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#VALIDATION_ERROR} when one is named twice
     */
    List<String> members() {
        List<String> names = usernames == null ? List.of() : usernames;
        if (new HashSet<>(names).size() < names.size()) {
            Violation violation = new Violation("usernames", "must name nobody twice");
            throw ErrorCode.VALIDATION_ERROR.because(List.of(violation), "usernames must name nobody twice");
        }
        return names;
    }

    /** A local part and a domain with an at sign between, without white space (RFC 5321, section 4.1.2, simplified). */
    static final String ADDRESS = "[^\\s@<>(),:;\\[\\]\"\\\\\\p{C}]{1,64}@[\\p{L}\\p{N}.-]{1,253}";

    static final String WRONG_ADDRESS = "must be an email address";
    static final String LONGEST = "must have at most 254 characters";
    static final String NAME = "\\S(.{0,62}\\S)?";
    static final String EXPECTATION = "must have 1 to 64 characters and no space at either end";
}
