package io.telamon.control.endpoint;

import io.telamon.control.cluster.Cluster;
import io.telamon.control.cluster.Regions;
import io.telamon.control.cluster.topology.Provider;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Names the services that private endpoints connect to, in the forms that each provider documents. */
final class EndpointServiceNames {

    private static final HexFormat HEX = HexFormat.of();

    private final Regions regions;
    private final SecureRandom random = new SecureRandom();

    EndpointServiceNames(Regions regions) {
        this.regions = regions;
    }

    EndpointService of(Cluster instance) {
        return instance.placement().provider() == Provider.AZURE ? azure() : aws(instance);
    }

    private EndpointService aws(Cluster instance) {
        String region = regions.find(Provider.AWS, instance.placement().region())
                .map(Regions.Region::cloudName)
                .orElseGet(() ->
                        instance.placement().region().toLowerCase(Locale.ROOT).replace('_', '-'));
        return new EndpointService(
                Optional.of("com.amazonaws.vpce." + region + ".vpce-svc-" + hex(17)), Optional.empty());
    }

    private EndpointService azure() {
        String name = "pls_" + hex(24);
        String resource = "/subscriptions/" + new UUID(random.nextLong(), random.nextLong())
                + "/resourceGroups/telamon/providers/Microsoft.Network/privateLinkServices/" + name;
        return new EndpointService(Optional.of(name), Optional.of(resource));
    }

    private String hex(int digits) {
        byte[] bytes = new byte[digits / 2 + 1];
        random.nextBytes(bytes);
        return HEX.formatHex(bytes).substring(0, digits);
    }
}
