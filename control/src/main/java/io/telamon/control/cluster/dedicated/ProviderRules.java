package io.telamon.control.cluster.dedicated;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.cluster.InstanceSizes;
import io.telamon.control.cluster.ProviderName;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Which providers there are, and which instance sizes each has. */
final class ProviderRules {

    private final InstanceSizes sizes;

    ProviderRules(InstanceSizes sizes) {
        this.sizes = sizes;
    }

    /**
     * Checks the providers and sizes of all regions.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#INVALID_PROVIDER}, and {@link ErrorCode#INVALID_ENUM_VALUE}
     *     with the size, as was reported of a free size with a cloud provider
     */
    void check(ClusterRequest asked) {
        Objects.requireNonNullElse(asked.replicationSpecs(), List.<SpecRequest>of()).stream()
                .flatMap(spec -> spec.regionConfigs().stream())
                .forEach(this::check);
    }

    private void check(RegionRequest region) {
        ProviderName provider = ProviderName.find(region.providerName())
                .orElseThrow(() -> ErrorCode.INVALID_PROVIDER.about(region.providerName()));
        Stream.of(region.electableSpecs(), region.readOnlySpecs(), region.analyticsSpecs())
                .filter(Objects::nonNull)
                .map(RegionRequest.HardwareRequest::instanceSize)
                .filter(Objects::nonNull)
                .forEach(size -> ErrorCode.INVALID_ENUM_VALUE.refuseIf(
                        !sizes.of(provider).contains(size), size));
    }
}
