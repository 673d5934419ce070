package io.telamon.control.endpoint;

import io.telamon.control.api.FreeText;
import io.telamon.control.api.ReadOnly;
import io.telamon.control.cluster.topology.Provider;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends to name its end of a private endpoint, or to comment on it.
 *
 * @param providerName says which form the other attributes have
 */
@Valid
@ReadOnly({"_id", "endpointServiceName", "errorMessage", "privateLinkServiceResourceId", "status"})
public record EndpointUpdate(
        @Nullable String cloudProviderEndpointId,

        @FreeText @Nullable @Size(max = 80, message = "must have 80 characters at most")
        String comment,

        @Nullable String privateEndpointIpAddress,
        @NotNull Provider providerName) {}
