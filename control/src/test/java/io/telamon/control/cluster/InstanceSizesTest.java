package io.telamon.control.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.cluster.topology.Provider;
import org.junit.jupiter.api.Test;

class InstanceSizesTest {

    private final InstanceSizes sizes = new InstanceSizes();
    private final Regions regions = new Regions();

    @Test
    void listsTheSizesOfEachProviderFromTheSmallestOn() {
        assertThat(sizes.of(ProviderName.TENANT)).containsExactly("M0");
        assertThat(sizes.of(ProviderName.AWS)).hasSize(25).startsWith("M10", "M20", "M30");
        assertThat(sizes.of(ProviderName.AZURE)).hasSize(22).contains("M90").doesNotContain("M140");
        assertThat(sizes.of(ProviderName.GCP)).hasSize(20).contains("M250").noneMatch(name -> name.endsWith("_NVME"));
        assertThat(sizes.contains("M2")).isFalse();
    }

    @Test
    void hasADefaultRegionForEachProvider() {
        for (Provider provider : Provider.values()) {
            assertThat(regions.all(provider))
                    .filteredOn(Regions.Region::isDefault)
                    .isNotEmpty();
        }
    }
}
