package io.telamon.control.cluster.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.telamon.control.cluster.InstanceSizes;
import io.telamon.control.cluster.ProviderName;
import io.telamon.control.cluster.Regions;
import io.telamon.control.cluster.topology.Provider;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** In which regions clusters of which sizes can be made, by provider. */
final class ProviderRegions {

    private final Regions regions;
    private final InstanceSizes sizes;

    ProviderRegions(Regions regions, InstanceSizes sizes) {
        this.regions = regions;
        this.sizes = sizes;
    }

    /** The sizes of a provider. */
    record View(List<Size> instanceSizes, Provider provider) {}

    /** The regions of a size. */
    record Size(List<Region> availableRegions, String name) {}

    /** A region. */
    record Region(@JsonProperty("default") boolean isDefault, String name) {}

    /**
     * What the providers offer. Where several are named, what clusters of several providers can be made of, which free
     * clusters cannot.
     *
     * @param providers those that are asked for, all where there are none
     * @param size the only size that is asked for; providers that do not have it are left out
     */
    List<View> of(List<Provider> providers, Optional<String> size) {
        return Stream.of(Provider.values())
                .filter(provider -> providers.isEmpty() || providers.contains(provider))
                .map(provider -> new View(
                        sizes(provider, providers.size() < 2)
                                .filter(one -> size.stream().allMatch(one.name()::equals))
                                .toList(),
                        provider))
                .filter(view -> !view.instanceSizes().isEmpty())
                .toList();
    }

    private Stream<Size> sizes(Provider provider, boolean alone) {
        List<Region> all = regions(provider, false);
        Stream<Size> dedicated =
                sizes.of(ProviderName.valueOf(provider.name())).stream().map(name -> new Size(all, name));
        List<Region> shared = regions(provider, true);
        return alone
                ? Stream.concat(sizes.of(ProviderName.TENANT).stream().map(name -> new Size(shared, name)), dedicated)
                : dedicated;
    }

    private List<Region> regions(Provider provider, boolean forTenants) {
        return regions.all(provider).stream()
                .filter(region -> !forTenants || region.offersTenants())
                .map(region -> new Region(region.isDefault(), region.name()))
                .toList();
    }
}
