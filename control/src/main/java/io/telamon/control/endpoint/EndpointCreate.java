package io.telamon.control.endpoint;

import io.telamon.control.api.FreeText;
import io.telamon.control.api.ReadOnly;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a client sends to ask for a private endpoint. */
@Valid
@ReadOnly({"_id", "endpointServiceName", "errorMessage", "privateLinkServiceResourceId", "providerName", "status"})
public record EndpointCreate(
        @FreeText @Nullable @Size(max = 80, message = "must have 80 characters at most")
        String comment) {}
