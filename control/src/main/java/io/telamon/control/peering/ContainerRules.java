package io.telamon.control.peering;

import static java.util.Objects.requireNonNullElse;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.cluster.Regions;
import io.telamon.control.cluster.topology.Provider;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What network containers can be made of. */
final class ContainerRules {

    private static final int LARGEST = 21;
    private static final int SMALLEST = 24;
    private static final int SMALLEST_ON_GCP = 22;
    private static final int SMALLEST_OF_ALL_REGIONS = 18;

    /** What AWS and Azure have without being asked, as recorded. */
    private static final Ipv4Block STANDARD =
            Ipv4Block.parse("192.168.248.0/21").orElseThrow();

    private static final Ipv4Block STANDARD_ON_GCP =
            Ipv4Block.parse("192.168.0.0/16").orElseThrow();

    private final Regions regions;

    ContainerRules(Regions regions) {
        this.regions = regions;
    }

    /**
     * The regions that a request names for its provider.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#MISSING_ATTRIBUTE}, {@link ErrorCode#INVALID_REGION}
     */
    List<String> regions(ContainerRequest body) {
        return switch (body.provider()) {
            case AWS -> List.of(region(body, required("regionName", body.regionName())));
            case AZURE -> List.of(region(body, required("region", body.region())));
            case GCP ->
                requireNonNullElse(body.regions(), List.<String>of()).stream()
                        .map(name -> region(body, name))
                        .distinct()
                        .toList();
        };
    }

    private String region(ContainerRequest body, String name) {
        return regions.findByAnyName(body.provider(), name)
                .map(Regions.Region::name)
                .orElseThrow(() ->
                        ErrorCode.INVALID_REGION.about(name, body.provider().name()));
    }

    /** The block that a request asks for, or on AWS, where it names none, one that is free. */
    Ipv4Block block(ContainerRequest body, List<String> named, List<NetworkContainer> others) {
        if (body.atlasCidrBlock() == null && body.provider() == Provider.AWS) {
            return freeBlock(Provider.AWS, others);
        }
        Ipv4Block block = checked(required("atlasCidrBlock", body.atlasCidrBlock()), body.provider(), named.isEmpty());
        refuseOverlap(block, body.provider(), others);
        return block;
    }

    /**
     * Reads a block.
     *
     * @throws io.telamon.control.api.ApiException naming what is wrong with it
     */
    Ipv4Block checked(String text, Provider provider, boolean ofAllRegions) {
        Ipv4Block block = Ipv4Block.parse(text).orElseThrow(() -> ErrorCode.INVALID_CIDR_BLOCK.about(text));
        ErrorCode.ATLAS_INVALID_CIDR_RANGE.refuseIf(!block.canonical().isPrivate(), text);
        ErrorCode.ATLAS_NON_CANONICAL_CIDR_BLOCK.refuseIf(
                !block.equals(block.canonical()), text, block.canonical().text());
        if (provider == Provider.GCP) {
            ErrorCode.ATLAS_INVALID_CIDR_BLOCK.refuseIf(block.length() > SMALLEST_ON_GCP, text, SMALLEST_ON_GCP, 8);
            ErrorCode.ATLAS_INVALID_CIDR_BLOCK_FOR_SMALL_CONTAINER.refuseIf(
                    ofAllRegions && block.length() > SMALLEST_OF_ALL_REGIONS);
        } else {
            ErrorCode.ATLAS_INVALID_CIDR_BLOCK.refuseIf(
                    block.length() < LARGEST || block.length() > SMALLEST, text, SMALLEST, LARGEST);
        }
        return block;
    }

    /**
     * Refuses a block that has addresses of others at the provider.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#OVERLAPPING_ATLAS_CIDR_BLOCK}
     */
    void refuseOverlap(Ipv4Block block, Provider provider, List<NetworkContainer> others) {
        ErrorCode.OVERLAPPING_ATLAS_CIDR_BLOCK.refuseIf(overlaps(block, provider, others), block.text());
    }

    /** The standard block, or the first before it that is free. */
    Ipv4Block freeBlock(Provider provider, List<NetworkContainer> others) {
        Ipv4Block block = provider == Provider.GCP ? STANDARD_ON_GCP : STANDARD;
        while (block.isPrivate() && overlaps(block, provider, others)) {
            block = block.previous();
        }
        return block;
    }

    private static boolean overlaps(Ipv4Block block, Provider provider, List<NetworkContainer> others) {
        return others.stream()
                .anyMatch(other -> other.provider() == provider && other.block().overlaps(block));
    }

    private static String required(String field, @Nullable String value) {
        if (value == null) {
            throw ErrorCode.MISSING_ATTRIBUTE.about(field);
        }
        return value;
    }
}
