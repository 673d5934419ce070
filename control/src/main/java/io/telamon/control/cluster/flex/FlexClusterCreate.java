package io.telamon.control.cluster.flex;

import io.telamon.control.api.ReadOnly;
import io.telamon.control.cluster.Tag;
import io.telamon.control.cluster.topology.Provider;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a client sends to create a flex cluster. */
@Valid
@ReadOnly({
    "backupSettings",
    "clusterType",
    "connectionStrings",
    "createDate",
    "groupId",
    "id",
    "mongoDBVersion",
    "stateName",
    "versionReleaseSystem"
})
public record FlexClusterCreate(
        @NotNull String name,

        @NotNull @Valid ProviderSettings providerSettings,

        @Nullable @Valid List<Tag> tags,

        @Nullable Boolean terminationProtectionEnabled) {

    /** Where the cluster is to be. */
    @Valid
    @ReadOnly({"diskSizeGB", "providerName"})
    public record ProviderSettings(
            @NotNull Provider backingProviderName, @NotNull String regionName) {}
}
