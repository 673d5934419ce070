package io.telamon.control.root;

import io.telamon.control.cluster.Regions;
import io.telamon.control.cluster.topology.Provider;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The addresses of the control plane by provider and region. It runs on a machine of its users, so that every region has
 * the address of that.
 */
record ControlPlaneAddresses(ByProvider inbound, ByProvider outbound) {

    /** Address blocks by region, which is named as its provider names it. */
    record ByProvider(Map<String, List<String>> aws, Map<String, List<String>> azure, Map<String, List<String>> gcp) {}

    static ControlPlaneAddresses of(Regions regions, InetAddress address) {
        List<String> blocks =
                List.of(address.getHostAddress().split("%", 2)[0] + "/" + address.getAddress().length * 8);
        ByProvider everywhere = new ByProvider(
                everywhere(regions, Provider.AWS, blocks),
                everywhere(regions, Provider.AZURE, blocks),
                everywhere(regions, Provider.GCP, blocks));
        return new ControlPlaneAddresses(everywhere, everywhere);
    }

    private static Map<String, List<String>> everywhere(Regions regions, Provider provider, List<String> blocks) {
        Map<String, List<String>> byRegion = new TreeMap<>();
        regions.all(provider).forEach(region -> byRegion.put(region.cloudName(), blocks));
        return byRegion;
    }
}
