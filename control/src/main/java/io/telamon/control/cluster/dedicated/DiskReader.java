package io.telamon.control.cluster.dedicated;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Violation;
import io.telamon.control.cluster.InstanceSizes;
import io.telamon.control.cluster.topology.InstanceSize;
import io.telamon.control.cluster.topology.Provider;
import io.telamon.control.cluster.topology.RegionNodes;
import io.telamon.control.cluster.topology.Topology;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads the size of disks, which is the same in the whole cluster. */
final class DiskReader {

    /** Smaller ones become so large (OpenAPI, {@code diskSizeGB}). */
    private static final double SMALLEST = 10;

    private final InstanceSizes sizes;

    DiskReader(InstanceSizes sizes) {
        this.sizes = sizes;
    }

    /**
     * The size in gigabytes of the disks of a topology.
     *
     * @param before the size that they have, if the cluster is there
     * @param nodes where the nodes are to be
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#INVALID_ATTRIBUTE} if several sizes are sent
     */
    double read(ClusterRequest asked, OptionalDouble before, List<RegionNodes> nodes) {
        List<InstanceSize> local =
                sizes(nodes.stream()).filter(InstanceSize::hasLocalDisks).toList();
        if (!local.isEmpty()) {
            return local.getFirst().diskGb();
        }
        List<Double> sent = sent(asked).distinct().toList();
        if (sent.size() > 1) {
            throw ErrorCode.INVALID_ATTRIBUTE.because(
                    List.of(new Violation("diskSizeGB", "must be the same in the whole cluster")), "diskSizeGB");
        }
        if (sent.isEmpty()) {
            return before.orElseGet(() -> usual(nodes));
        }
        double size = sent.getFirst();
        return before.isPresent() && size == before.getAsDouble() ? size : Math.max(SMALLEST, size);
    }

    private static Stream<Double> sent(ClusterRequest asked) {
        List<? extends SpecRequest> specs = Objects.requireNonNullElse(asked.replicationSpecs(), List.of());
        Stream<Double> ofNodes = specs.stream()
                .flatMap(spec -> spec.regionConfigs().stream())
                .flatMap(region -> Stream.of(region.electableSpecs(), region.readOnlySpecs(), region.analyticsSpecs()))
                .flatMap(Stream::ofNullable)
                .flatMap(hardware -> Stream.ofNullable(hardware.diskSizeGB()));
        return Stream.concat(Stream.ofNullable(asked.diskSizeGB()), ofNodes);
    }

    /** That of the largest instances. Clusters that have some at Azure have disks of a size that Azure has, as recorded. */
    private double usual(List<RegionNodes> nodes) {
        Predicate<RegionNodes> atAzure = region -> region.provider() == Provider.AZURE;
        Stream<RegionNodes> deciding =
                nodes.stream().anyMatch(atAzure) ? nodes.stream().filter(atAzure) : nodes.stream();
        return deciding.mapToDouble(region -> size(region).diskGb()).max().orElse(SMALLEST);
    }

    private Stream<InstanceSize> sizes(Stream<RegionNodes> nodes) {
        return nodes.map(this::size);
    }

    private InstanceSize size(RegionNodes nodes) {
        return sizes.get(nodes.provider(), nodes.electable().instanceSize());
    }

    /** The size of the disks of a topology that is there. */
    static OptionalDouble of(Topology before) {
        return OptionalDouble.of(before.diskGb());
    }
}
