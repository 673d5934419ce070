package io.telamon.control.cluster.catalogue;

import io.telamon.control.cluster.InstanceSizes;
import io.telamon.control.cluster.MongoVersion;
import io.telamon.control.cluster.ProviderName;
import java.util.List;
import java.util.stream.Stream;

/** Which major versions of MongoDB new clusters can have, by provider and size. */
final class AvailableVersions {

    /** The status of the version that a cluster gets that asks for none. */
    static final String DEFAULT = "DEFAULT";

    private final InstanceSizes sizes;

    AvailableVersions(InstanceSizes sizes) {
        this.sizes = sizes;
    }

    /** A version that clusters of one size can have. */
    record View(String cloudProvider, String defaultStatus, String instanceSize, String version) {}

    /** All, in the order of providers, sizes and versions. */
    List<View> all() {
        return Stream.of(ProviderName.values())
                .flatMap(provider -> sizes.of(provider).stream().flatMap(size -> of(provider, size)))
                .toList();
    }

    static boolean isProvider(String name) {
        return ProviderName.find(name).isPresent();
    }

    private static Stream<View> of(ProviderName provider, String size) {
        List<String> versions =
                provider == ProviderName.TENANT ? List.of(MongoVersion.CURRENT_MAJOR) : MongoVersion.MAJORS;
        return versions.stream()
                .map(version -> new View(
                        provider.name(),
                        version.equals(MongoVersion.CURRENT_MAJOR) ? DEFAULT : "NOT_DEFAULT",
                        size,
                        version));
    }
}
