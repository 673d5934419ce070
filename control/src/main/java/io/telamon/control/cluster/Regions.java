package io.telamon.control.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The regions of the cloud providers, read once from a table in this package. */
public final class Regions {

    private final Map<Provider, Map<String, Region>> regions = new HashMap<>();

    /** Reads the table. */
    public Regions() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Regions.class.getResourceAsStream("regions.tsv")), StandardCharsets.UTF_8))) {
            lines.lines().skip(1).map(line -> line.split("\t", -1)).forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A region.
     *
     * @param name as the API names it
     * @param cloudName as its provider names it
     * @param offersFlex whether flex clusters can be made there
     */
    public record Region(String name, String cloudName, boolean offersFlex) {}

    /** All regions of a provider, in no order. */
    public Collection<Region> all(Provider provider) {
        return regions.getOrDefault(provider, Map.of()).values();
    }

    /** The region of that name. */
    public Optional<Region> find(Provider provider, String name) {
        return Optional.ofNullable(regions.getOrDefault(provider, Map.of()).get(name));
    }

    /** The region of that name, if tenant clusters can be made there. */
    public Optional<Region> findForTenants(Provider provider, String name) {
        return find(provider, name).filter(Region::offersFlex);
    }

    private void add(String[] columns) {
        regions.computeIfAbsent(Provider.valueOf(columns[0]), provider -> new HashMap<>())
                .put(columns[1], new Region(columns[1], columns[2], Boolean.parseBoolean(columns[3])));
    }
}
