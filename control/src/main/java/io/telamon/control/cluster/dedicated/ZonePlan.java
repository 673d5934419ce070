package io.telamon.control.cluster.dedicated;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.cluster.topology.Shard;
import io.telamon.control.cluster.topology.Topology;
import io.telamon.control.cluster.topology.Zone;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A zone that is asked for, with what it is now.
 *
 * @param before the zone as it is, if it is there
 */
record ZonePlan(String name, Optional<Zone> before, List<ShardPlan> shards) {

    /** Shards that a zone has at most (OpenAPI, {@code numShards}). */
    private static final int MOST_SHARDS = 50;

    /**
     * A shard that is asked for.
     *
     * @param before the shard as it is, if it is there
     */
    record ShardPlan(Optional<Shard> before, List<RegionRequest> regions) {}

    /**
     * The zones of a request, each found among those that are there: by id, by name, or by position where there are as many.
     *
     * @param zoned whether each spec is a zone with all of its shards, and not a shard
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#DUPLICATE_ZONE_NAME}, {@link ErrorCode#CLUSTER_NUM_SHARDS_INVALID}
     */
    static List<ZonePlan> of(List<? extends SpecRequest> specs, boolean zoned, Optional<Topology> before) {
        return zoned ? ofZones(specs, before) : ofShards(specs, before);
    }

    private static List<ZonePlan> ofZones(List<? extends SpecRequest> specs, Optional<Topology> before) {
        List<Zone> known = before.map(Topology::zones).orElse(List.of());
        Set<String> names = new HashSet<>();
        List<ZonePlan> plans = new ArrayList<>();
        for (int i = 0; i < specs.size(); i++) {
            SpecRequest spec = specs.get(i);
            Optional<Zone> zone = zoneOf(spec, i, specs.size(), known);
            String name = nameOf(spec, zone);
            ErrorCode.DUPLICATE_ZONE_NAME.refuseIf(!names.add(name));
            plans.add(new ZonePlan(name, zone, shardsOf(spec, zone)));
        }
        return plans;
    }

    private static Optional<Zone> zoneOf(SpecRequest spec, int position, int count, List<Zone> known) {
        return known.stream()
                .filter(zone -> zone.spec().equals(spec.id()))
                .findFirst()
                .or(() -> named(known, spec.zoneName()))
                .or(() -> known.size() == count ? Optional.of(known.get(position)) : Optional.empty());
    }

    private static String nameOf(SpecRequest spec, Optional<Zone> zone) {
        String sent = spec.zoneName();
        return sent == null ? zone.map(Zone::name).orElse(Zone.DEFAULT_NAME) : sent;
    }

    private static List<ShardPlan> shardsOf(SpecRequest spec, Optional<Zone> zone) {
        List<Shard> known = zone.map(Zone::shards).orElse(List.of());
        Integer sent = spec.numShards();
        int count = sent == null ? Math.max(1, known.size()) : sent;
        ErrorCode.CLUSTER_NUM_SHARDS_INVALID.refuseIf(count < 1 || count > MOST_SHARDS, MOST_SHARDS);
        return IntStream.range(0, count)
                .mapToObj(i -> new ShardPlan(at(known, i), spec.regionConfigs()))
                .toList();
    }

    private static List<ZonePlan> ofShards(List<? extends SpecRequest> specs, Optional<Topology> before) {
        List<Zone> known = before.map(Topology::zones).orElse(List.of());
        Map<String, List<SpecRequest>> byName = new LinkedHashMap<>();
        for (int i = 0; i < specs.size(); i++) {
            SpecRequest spec = specs.get(i);
            byName.computeIfAbsent(nameOf(spec, zoneWith(known, spec, i)), name -> new ArrayList<>())
                    .add(spec);
        }
        List<ZonePlan> plans = new ArrayList<>();
        byName.forEach((name, asked) -> {
            Optional<Zone> zone = named(known, name)
                    .or(() -> asked.stream()
                            .flatMap(spec -> zoneWith(known, spec).stream())
                            .findFirst())
                    .or(() -> byName.size() == known.size() ? Optional.of(known.get(plans.size())) : Optional.empty());
            plans.add(new ZonePlan(name, zone, shardsOf(asked, zone)));
        });
        return plans;
    }

    /** Those with ids are themselves; the others are the rest of the zone, in order. */
    private static List<ShardPlan> shardsOf(List<SpecRequest> asked, Optional<Zone> zone) {
        List<Shard> known = zone.map(Zone::shards).orElse(List.of());
        Set<String> sent =
                asked.stream().flatMap(spec -> Stream.ofNullable(spec.id())).collect(Collectors.toSet());
        Iterator<Shard> rest =
                known.stream().filter(shard -> !sent.contains(shard.id())).iterator();
        Set<String> used = new HashSet<>();
        return asked.stream()
                .map(spec -> new ShardPlan(
                        byId(known, spec)
                                .filter(shard -> used.add(shard.id()))
                                .or(() -> rest.hasNext() ? Optional.of(rest.next()) : Optional.empty()),
                        spec.regionConfigs()))
                .toList();
    }

    private static Optional<Shard> byId(List<Shard> known, SpecRequest spec) {
        return known.stream().filter(shard -> shard.id().equals(spec.id())).findFirst();
    }

    private static Optional<Zone> named(List<Zone> known, @Nullable String name) {
        return known.stream().filter(zone -> zone.name().equals(name)).findFirst();
    }

    /** The zone that has the shard of a spec, by its id. */
    private static Optional<Zone> zoneWith(List<Zone> known, SpecRequest spec) {
        return known.stream()
                .filter(zone -> byId(zone.shards(), spec).isPresent())
                .findFirst();
    }

    /** The zone that has the shard of a spec, by its id or its position among all. */
    private static Optional<Zone> zoneWith(List<Zone> known, SpecRequest spec, int position) {
        List<Zone> ofShards = known.stream()
                .flatMap(zone -> Collections.nCopies(zone.shards().size(), zone).stream())
                .toList();
        return zoneWith(known, spec).or(() -> at(ofShards, position));
    }

    private static <T> Optional<T> at(List<T> list, int position) {
        return position < list.size() ? Optional.of(list.get(position)) : Optional.empty();
    }
}
