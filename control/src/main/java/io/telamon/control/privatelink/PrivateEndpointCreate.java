package io.telamon.control.privatelink;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends to connect a private endpoint: on AWS its id, on Azure its address too, on Google Cloud a group of
 * forwarding rules.
 */
@Valid
public record PrivateEndpointCreate(
        @Nullable @Size(max = 100, message = "must have 100 characters at most")
        String endpointGroupName,

        @Nullable @Valid @Size(max = 100, message = "must have 100 endpoints at most")
        List<ForwardingRule> endpoints,

        @Nullable String gcpProjectId,

        @Nullable @Size(max = 500, message = "must have 500 characters at most")
        String id,

        @Nullable String privateEndpointIPAddress) {

    /** A forwarding rule of Google Cloud. */
    @Valid
    public record ForwardingRule(
            @Nullable @Size(max = 100, message = "must have 100 characters at most")
            String endpointName,

            @Nullable String ipAddress) {}
}
