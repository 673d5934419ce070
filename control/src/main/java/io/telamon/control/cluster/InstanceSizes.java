package io.telamon.control.cluster;

import io.telamon.control.cluster.topology.InstanceSize;
import io.telamon.control.cluster.topology.Provider;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The instance sizes of the providers, read once from a table in this package: those that the API's schemas list, with the hardware that
 * was recorded or that the manual of Atlas states.
 */
public final class InstanceSizes {

    /** The size of free clusters. */
    public static final String FREE = "M0";

    private final Map<ProviderName, Map<String, InstanceSize>> sizes = new EnumMap<>(ProviderName.class);

    /** Reads the table. */
    public InstanceSizes() {
        Table.rows("instance-sizes.tsv")
                .forEach(columns -> sizes.computeIfAbsent(
                                ProviderName.valueOf(columns[0]), provider -> new LinkedHashMap<>())
                        .put(columns[1], size(columns)));
    }

    private static InstanceSize size(String[] columns) {
        return new InstanceSize(
                columns[1],
                Double.parseDouble(columns[2]),
                Integer.parseInt(columns[3]),
                Double.parseDouble(columns[4]),
                Double.parseDouble(columns[5]),
                Integer.parseInt(columns[6]));
    }

    /** The names of a provider's sizes, in the order in which the API lists them. */
    public List<String> of(ProviderName provider) {
        return List.copyOf(sizes.getOrDefault(provider, Map.of()).keySet());
    }

    /** The size of that name. */
    public Optional<InstanceSize> find(Provider provider, String name) {
        return Optional.ofNullable(
                sizes.getOrDefault(ProviderName.of(provider), Map.of()).get(name));
    }

    /**
     * The size of that name, which a cluster has.
     *
     * @throws IllegalArgumentException if the provider has none of that name
     */
    public InstanceSize get(Provider provider, String name) {
        return find(provider, name).orElseThrow(() -> new IllegalArgumentException(provider + " has no size " + name));
    }

    /** Whether some provider has a size of that name. */
    public boolean contains(String name) {
        return sizes.values().stream().anyMatch(named -> named.containsKey(name));
    }
}
