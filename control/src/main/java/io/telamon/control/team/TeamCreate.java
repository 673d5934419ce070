package io.telamon.control.team;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.ReadOnly;
import io.telamon.control.api.Violation;
import io.telamon.control.person.EmailAddress;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks for when it creates a team.
 *
 * @param usernames those of active members of the organization, each once; a team may have none
 */
@Valid
@ReadOnly("id")
public record TeamCreate(
        @NotNull @Pattern(regexp = TeamCreate.NAME, message = TeamCreate.EXPECTATION)
        String name,

        @Nullable @Size(max = 250, message = "must have at most 250 user names")
        List<
                        @NotNull @Size(max = EmailAddress.LONGEST, message = "must have at most 254 characters")
                        @Pattern(regexp = EmailAddress.PATTERN, message = "must be an email address") String>
                usernames) {

    static final String NAME = "\\S(.{0,62}\\S)?";
    static final String EXPECTATION = "must have 1 to 64 characters and no space at either end";

    /**
     * The members.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#VALIDATION_ERROR} when one is named twice
     */
    List<String> members() {
        List<String> names = usernames == null ? List.of() : usernames;
        List<String> same =
                names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        if (new HashSet<>(same).size() < names.size()) {
            Violation violation = new Violation("usernames", "must name nobody twice");
            throw ErrorCode.VALIDATION_ERROR.because(List.of(violation), "usernames must name nobody twice");
        }
        return names;
    }
}
