package io.telamon.engine.remote;

import io.telamon.gateway.spi.engine.Place;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A deployment and which clusters are placed there.
 *
 * @param address where it is
 * @param provider of the clusters, or nothing for all
 * @param region of the clusters, or nothing for all of the provider
 * @param capacity how many bytes it may hold, or nothing for as many as it does
 */
public record PoolSpec(
        DeploymentAddress address, Optional<String> provider, Optional<String> region, OptionalLong capacity) {

    private static final Pattern FORM = Pattern.compile(
            "((?<provider>[A-Z]+)(/(?<region>[A-Z0-9_]+))?=)?(?<uri>mongodb(\\+srv)?://[^#]+)(#(?<number>[1-9]\\d{0,6})(?<unit>MB|GB|TB))?");
    private static final Map<String, Long> UNITS =
            Map.of("MB", 1_000_000L, "GB", 1_000_000_000L, "TB", 1_000_000_000_000L);

    /**
     * The one that a text describes: {@code PROVIDER/REGION=mongodb://HOSTS/#500GB}, of which only the connection string has to be there. Units are MB, GB
     * and TB, decimal.
     *
     * @throws IllegalArgumentException if it has another form
     */
    public static PoolSpec of(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a deployment is written as PROVIDER/REGION=mongodb://HOSTS/#500GB");
        }
        return new PoolSpec(
                DeploymentAddress.of(matcher.group("uri")),
                Optional.ofNullable(matcher.group("provider")),
                Optional.ofNullable(matcher.group("region")),
                capacity(matcher.group("number"), matcher.group("unit")));
    }

    private static OptionalLong capacity(@Nullable String number, @Nullable String unit) {
        return number == null || unit == null
                ? OptionalLong.empty()
                : OptionalLong.of(Long.parseLong(number) * Objects.requireNonNull(UNITS.get(unit)));
    }

    /** How well it suits a place: the greater, the closer; 0 if it takes clusters of all places, less if none of that one. */
    int closeness(Place place) {
        if (provider.isPresent() && !provider.get().equals(place.provider())) {
            return -1;
        }
        if (region.isPresent() && !region.get().equals(place.region())) {
            return -1;
        }
        return (provider.isPresent() ? 1 : 0) + (region.isPresent() ? 1 : 0);
    }
}
