package io.telamon.control.cluster.dedicated;

/** Where nodes of a shard are. */
sealed interface RegionConfigView permits TenantRegionView, RegionView {}
