package io.telamon.control.cluster.serverless;

import io.telamon.control.api.ReadOnly;
import io.telamon.control.cluster.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a client sends to change a serverless instance. What it leaves out stays as it is. */
@Valid
@ReadOnly({"connectionStrings", "createDate", "groupId", "id", "mongoDBVersion", "name", "providerSettings", "stateName"
})
public record ServerlessUpdate(
        @Nullable BackupOptions serverlessBackupOptions,
        @Nullable @Valid List<Tag> tags,
        @Nullable Boolean terminationProtectionEnabled) {}
