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
 * @param usernames at least one
 */
@Valid
@ReadOnly("id")
public record TeamCreate(
        @NotNull @Pattern(regexp = TeamCreate.NAME, message = TeamCreate.EXPECTATION)
        String name,

        @NotNull @Size(max = 250, message = "must have at most 250 user names")
        List<String> usernames) {

    static final String NAME = "\\S(.{0,62}\\S)?";
    static final String EXPECTATION = "must have 1 to 64 characters and no space at either end";
}
