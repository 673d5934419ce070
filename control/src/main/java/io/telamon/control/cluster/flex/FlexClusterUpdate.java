package io.telamon.control.cluster.flex;

import io.telamon.control.api.ReadOnly;
import io.telamon.control.cluster.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a client sends to change a flex cluster. What it leaves out stays as it is. */
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
public record FlexClusterUpdate(
        @Nullable @Valid List<Tag> tags, @Nullable Boolean terminationProtectionEnabled) {}
