package io.telamon.control.privatelink;

import io.telamon.control.cluster.topology.Provider;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client changes of a private endpoint service.
 *
 * @param supportedRemoteRegions on AWS, the other regions that it is reached from
 */
@Valid
public record EndpointServiceUpdate(
        @NotNull Provider cloudProvider,

        @Nullable @Size(max = 35, message = "must have 35 regions at most")
        List<String> supportedRemoteRegions) {}
