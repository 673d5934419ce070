package io.telamon.control.cluster;

import io.telamon.control.cluster.topology.Provider;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The regions of the cloud providers, read once from a table in this package. */
public final class Regions {

    private final Map<Provider, Map<String, Region>> regions = new EnumMap<>(Provider.class);

    /** Reads the table. */
    public Regions() {
        Table.rows("regions.tsv").forEach(this::add);
    }

    /**
     * A region.
     *
     * @param name as the API names it
     * @param cloudName as its provider names it
     * @param offersTenants whether flex clusters and free clusters can be made there
     * @param isDefault whether the API lists it as a default of its provider, as recorded
     */
    public record Region(String name, String cloudName, boolean offersTenants, boolean isDefault) {}

    /** All regions of a provider, in the order in which the API lists them. */
    public Collection<Region> all(Provider provider) {
        return Collections.unmodifiableCollection(of(provider).values());
    }

    /** The region of that name. */
    public Optional<Region> find(Provider provider, String name) {
        return Optional.ofNullable(of(provider).get(name));
    }

    /** The region that the API or its provider calls so: {@code EU_WEST_1}, {@code eu-west-1}. */
    public Optional<Region> findByAnyName(Provider provider, String name) {
        return find(provider, name)
                .or(() -> of(provider).values().stream()
                        .filter(region -> region.cloudName().equals(name))
                        .findFirst());
    }

    /** The region of that name, if tenant clusters can be made there. */
    public Optional<Region> findForTenants(Provider provider, String name) {
        return find(provider, name).filter(Region::offersTenants);
    }

    private Map<String, Region> of(Provider provider) {
        return regions.getOrDefault(provider, Map.of());
    }

    private void add(String[] columns) {
        regions.computeIfAbsent(Provider.valueOf(columns[0]), provider -> new LinkedHashMap<>())
                .put(
                        columns[1],
                        new Region(
                                columns[1],
                                columns[2],
                                Boolean.parseBoolean(columns[3]),
                                Boolean.parseBoolean(columns[4])));
    }
}
