package io.telamon.control.team;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** The new name of a team. */
@Valid
public record TeamRename(
        @NotNull @Pattern(regexp = TeamCreate.NAME, message = TeamCreate.EXPECTATION)
        String name) {}
