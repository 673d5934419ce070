package io.telamon.control.cluster;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The instance sizes of the providers, read once from a table in this package: those that the API's schemas list. */
public final class InstanceSizes {

    /** The size of free clusters. */
    public static final String FREE = "M0";

    private final Map<ProviderName, List<String>> names = new EnumMap<>(ProviderName.class);

    /** Reads the table. */
    public InstanceSizes() {
        Table.rows("instance-sizes.tsv")
                .forEach(columns -> names.computeIfAbsent(
                                ProviderName.valueOf(columns[0]), provider -> new ArrayList<>())
                        .add(columns[1]));
    }

    /** The names of a provider's sizes, in the order in which the API lists them. */
    public List<String> of(ProviderName provider) {
        return List.copyOf(names.getOrDefault(provider, List.of()));
    }

    /** Whether some provider has a size of that name. */
    public boolean contains(String name) {
        return names.values().stream().anyMatch(sizes -> sizes.contains(name));
    }
}
