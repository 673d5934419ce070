package io.telamon.control.project;

import io.telamon.control.api.ReadOnly;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.organization.OrganizationName;
import io.telamon.gateway.model.ProjectId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a client asks for when it creates a project. */
@Valid
@ReadOnly({"id", "clusterCount", "created"})
public record ProjectCreate(
        @NotNull @Pattern(regexp = OrganizationName.PATTERN, message = OrganizationName.EXPECTATION)
        String name,

        @NotNull @Pattern(regexp = "[a-f0-9]{24}", message = "must be 24 hexadecimal digits")
        String orgId,

        Project.@Nullable RegionUsage regionUsageRestrictions,

        @Valid @Size(max = ProjectTag.MOST, message = "must have at most 50 tags") @Nullable
        List<ProjectTag> tags,

        @Nullable Boolean withDefaultAlertsSettings) {

    Project as(ProjectId id, Instant created) {
        return new Project(
                id,
                new OrganizationId(orgId),
                name,
                created,
                !Boolean.FALSE.equals(withDefaultAlertsSettings),
                Optional.ofNullable(regionUsageRestrictions).filter(usage -> usage != Project.RegionUsage.NONE),
                tags == null ? List.of() : ProjectTag.distinct(tags));
    }
}
