package io.telamon.control.cluster.catalogue;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Page;
import io.telamon.control.cluster.InstanceSizes;
import io.telamon.control.cluster.Regions;
import io.telamon.control.cluster.topology.Provider;
import io.telamon.control.module.ApiModule;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The operations that list what clusters can be made of. The same for every project. */
public final class CatalogueOperations implements ApiModule {

    private final InstanceSizes sizes;
    private final ProviderRegions regions;
    private final AvailableVersions versions;

    /** The operations over these regions and sizes. */
    public CatalogueOperations(Regions regions, InstanceSizes sizes) {
        this.sizes = sizes;
        this.regions = new ProviderRegions(regions, sizes);
        this.versions = new AvailableVersions(sizes);
    }

    @Override
    public void bind(Operations api) {
        api.servePage("listGroupClusterProviderRegions", this::listRegions);
        api.servePage("getGroupMongoDbVersions", this::listVersions);
    }

    private Page<ProviderRegions.View> listRegions(Call<NoContent> call) {
        List<Provider> providers = call.query().texts("providers").stream()
                .map(CatalogueOperations::provider)
                .distinct()
                .toList();
        return Page.of(call.page(), regions.of(providers, size(call, "tier")));
    }

    private Page<AvailableVersions.View> listVersions(Call<NoContent> call) {
        Optional<String> provider = call.query().text("cloudProvider");
        refuseUnless(provider.stream().allMatch(AvailableVersions::isProvider), "cloudProvider");
        Optional<String> status = call.query().text("defaultStatus");
        refuseUnless(status.stream().allMatch(AvailableVersions.DEFAULT::equals), "defaultStatus");
        Optional<String> size = size(call, "instanceSize");
        return Page.of(
                call.page(),
                versions.all().stream()
                        .filter(version -> provider.stream().allMatch(version.cloudProvider()::equals))
                        .filter(version -> size.stream().allMatch(version.instanceSize()::equals))
                        .filter(version -> status.stream().allMatch(version.defaultStatus()::equals))
                        .toList());
    }

    private Optional<String> size(Call<?> call, String parameter) {
        Optional<String> size = call.query().text(parameter);
        refuseUnless(size.stream().allMatch(sizes::contains), parameter);
        return size;
    }

    private static Provider provider(String name) {
        return Arrays.stream(Provider.values())
                .filter(provider -> provider.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ErrorCode.INVALID_QUERY_PARAMETER.about("providers"));
    }

    private static void refuseUnless(boolean valid, String parameter) {
        ErrorCode.INVALID_QUERY_PARAMETER.refuseIf(!valid, parameter);
    }
}
