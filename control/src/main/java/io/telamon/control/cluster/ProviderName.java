package io.telamon.control.cluster;

import io.telamon.control.cluster.topology.Provider;
import java.util.Arrays;
import java.util.Optional;

/** What the clusters API says of who provides hosts: a cloud provider, or tenants for hosts that several clusters share. */
public enum ProviderName {
    TENANT,
    AWS,
    AZURE,
    GCP;

    /** The name of a cloud provider. */
    public static ProviderName of(Provider provider) {
        return valueOf(provider.name());
    }

    /** The provider of that name. */
    public static Optional<ProviderName> find(String name) {
        return Arrays.stream(values())
                .filter(provider -> provider.name().equals(name))
                .findFirst();
    }
}
