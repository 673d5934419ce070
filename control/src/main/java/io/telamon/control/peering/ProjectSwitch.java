package io.telamon.control.peering;

import io.telamon.control.store.StoredAsJson;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** Something that is on or off in a project. */
@Valid
@StoredAsJson
public record ProjectSwitch(@NotNull Boolean enabled) {

    static final ProjectSwitch OFF = new ProjectSwitch(false);
}
