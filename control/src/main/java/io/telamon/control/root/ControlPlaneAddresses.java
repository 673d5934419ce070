package io.telamon.control.root;

import java.util.List;
import java.util.Map;

/** The addresses of the control plane by provider and region: none, as it runs on a machine of its users. */
record ControlPlaneAddresses(ByProvider inbound, ByProvider outbound) {

    static final ControlPlaneAddresses NONE = new ControlPlaneAddresses(ByProvider.NONE, ByProvider.NONE);

    /** Address blocks by region. */
    record ByProvider(Map<String, List<String>> aws, Map<String, List<String>> azure, Map<String, List<String>> gcp) {

        static final ByProvider NONE = new ByProvider(Map.of(), Map.of(), Map.of());
    }
}
