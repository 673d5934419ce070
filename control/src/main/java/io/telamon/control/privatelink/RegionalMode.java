package io.telamon.control.privatelink;

import io.telamon.control.store.StoredAsJson;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** Whether a project can have several private endpoints in each of several regions. */
@Valid
@StoredAsJson
public record RegionalMode(@NotNull Boolean enabled) {

    static final RegionalMode DISABLED = new RegionalMode(false);
}
