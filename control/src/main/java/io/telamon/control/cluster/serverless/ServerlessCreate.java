package io.telamon.control.cluster.serverless;

import io.telamon.control.api.ReadOnly;
import io.telamon.control.cluster.Tag;
import io.telamon.control.cluster.topology.Provider;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a client sends to create a serverless instance. */
@Valid
@ReadOnly({"connectionStrings", "createDate", "groupId", "id", "mongoDBVersion", "stateName"})
public record ServerlessCreate(
        @NotNull String name,

        @NotNull @Valid ProviderSettings providerSettings,

        @Nullable BackupOptions serverlessBackupOptions,

        @Nullable @Valid List<Tag> tags,

        @Nullable Boolean terminationProtectionEnabled) {

    /** Where the instance is to be. */
    @Valid
    @ReadOnly({
        "effectiveDiskSizeGBLimit",
        "effectiveInstanceSizeName",
        "effectiveProviderName",
        "nextBackupDate",
        "tenantBackupEnabled"
    })
    public record ProviderSettings(
            @NotNull Provider backingProviderName,
            @Nullable ProviderName providerName,
            @NotNull String regionName) {}

    /** The one provider of serverless instances. */
    public enum ProviderName {
        SERVERLESS
    }
}
