package io.telamon.control.cluster.dedicated;

import io.telamon.control.cluster.topology.AutoScaling;
import io.telamon.control.cluster.topology.Provider;
import io.telamon.control.cluster.topology.RegionNodes;
import org.jspecify.annotations.Nullable;

/** Where nodes of a dedicated cluster are. The {@code effective} specs are shown where a version has them. */
record RegionView(
        @Nullable AutoScalingView analyticsAutoScaling,
        HardwareView analyticsSpecs,
        AutoScalingView autoScaling,
        @Nullable HardwareView effectiveAnalyticsSpecs,
        @Nullable HardwareView effectiveElectableSpecs,
        @Nullable HardwareView effectiveReadOnlySpecs,
        HardwareView electableSpecs,
        int priority,
        Provider providerName,
        HardwareView readOnlySpecs,
        String regionName)
        implements RegionConfigView {

    /** Without effective specs. */
    static RegionView of(RegionNodes nodes, @Nullable Double diskGb) {
        Provider provider = nodes.provider();
        AutoScaling ofAnalytics = nodes.analyticsScaling();
        return new RegionView(
                ofAnalytics == null ? null : AutoScalingView.of(ofAnalytics),
                HardwareView.of(provider, nodes.analytics(), diskGb),
                AutoScalingView.of(nodes.autoScaling()),
                null,
                null,
                null,
                HardwareView.of(provider, nodes.electable(), diskGb),
                nodes.priority(),
                provider,
                HardwareView.of(provider, nodes.readOnly(), diskGb),
                nodes.region());
    }

    /** With those that run as effective specs. */
    RegionView running(RegionView effective) {
        return new RegionView(
                analyticsAutoScaling,
                analyticsSpecs,
                autoScaling,
                effective.analyticsSpecs,
                effective.electableSpecs,
                effective.readOnlySpecs,
                electableSpecs,
                priority,
                providerName,
                readOnlySpecs,
                regionName);
    }
}
