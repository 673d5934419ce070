package io.telamon.control.privatelink;

import io.telamon.control.cluster.topology.Provider;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends to make a private endpoint service.
 *
 * @param portMappingEnabled for Google Cloud alone
 * @param region by its name in the API or at its provider
 */
@Valid
public record EndpointServiceCreate(
        @Nullable Boolean portMappingEnabled,
        @NotNull Provider providerName,
        @NotNull String region) {

    boolean mapsPorts() {
        return Boolean.TRUE.equals(portMappingEnabled) && providerName == Provider.GCP;
    }
}
