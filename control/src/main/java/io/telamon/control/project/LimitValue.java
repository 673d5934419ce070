package io.telamon.control.project;

import io.telamon.control.api.ReadOnly;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** The new value of a limit. */
@Valid
@ReadOnly({"currentUsage", "defaultLimit", "maximumLimit", "name"})
public record LimitValue(@NotNull Long value) {}
