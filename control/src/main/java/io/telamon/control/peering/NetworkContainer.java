package io.telamon.control.peering;

import io.telamon.control.cluster.topology.Provider;
import io.telamon.control.store.StoredAsJson;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A network container: the network of a project in a region, or on Google Cloud in all or some regions.
 *
 * @param regions one on AWS and Azure; on Google Cloud those that it is limited to, or none where it is not
 * @param cidrBlock its addresses
 * @param network what the provider has, once something has used it
 * @param users ids of the clusters, private endpoint services and peering connections that use it
 */
@StoredAsJson
record NetworkContainer(
        String id,
        Provider provider,
        List<String> regions,
        String cidrBlock,
        @Nullable CloudNetwork network,
        List<String> users) {

    /** Whether something in a region of the provider belongs into it. */
    boolean holds(Provider other, String region) {
        return provider == other && (provider == Provider.GCP || regions.contains(region));
    }

    boolean inUse() {
        return !users.isEmpty();
    }

    boolean isUsedBy(String user) {
        return users.contains(user);
    }

    /** On Google Cloud, whether it is limited to some regions. */
    boolean small() {
        return provider == Provider.GCP && !regions.isEmpty();
    }

    Ipv4Block block() {
        return Ipv4Block.parse(cidrBlock).orElseThrow();
    }

    NetworkContainer with(Ipv4Block block) {
        return new NetworkContainer(id, provider, regions, block.text(), network, users);
    }

    NetworkContainer usedBy(String user, CloudNetwork provisioned) {
        List<String> more =
                Stream.concat(users.stream(), Stream.of(user)).distinct().toList();
        return new NetworkContainer(id, provider, regions, cidrBlock, provisioned, more);
    }

    NetworkContainer without(String user) {
        List<String> others =
                users.stream().filter(other -> !other.equals(user)).toList();
        return new NetworkContainer(id, provider, regions, cidrBlock, network, others);
    }
}
