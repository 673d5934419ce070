package io.telamon.control.project;

import io.telamon.control.model.OrganizationId;
import io.telamon.gateway.model.ProjectId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.reflect.ColumnName;

/**
 * A project.
 *
 * @param id 24 hexadecimal digits
 * @param name unique in its organization
 * @param created in whole seconds
 * @param withDefaultAlertsSettings whether it was made with the alerts that are set up by default
 * @param regionUsageRestrictions as asked for when it was made
 */
public record Project(
        ProjectId id,
        OrganizationId organizationId,
        String name,
        @ColumnName("created_at") Instant created,
        @ColumnName("with_default_alerts") boolean withDefaultAlertsSettings,
        @ColumnName("region_restrictions") Optional<RegionUsage> regionUsageRestrictions,
        List<ProjectTag> tags) {

    /** Which regions a project may use. */
    public enum RegionUsage {
        /** No restriction, as the Go SDKs of 2023 say it with every project that they make. It is not shown. */
        NONE,
        COMMERCIAL_FEDRAMP_REGIONS_ONLY,
        GOV_REGIONS_ONLY
    }

    /** A project with a copy of the tags. */
    public Project {
        tags = List.copyOf(tags);
    }

    /** A project that asks for nothing special. */
    public static Project plain(ProjectId id, OrganizationId organizationId, String name, Instant created) {
        return new Project(id, organizationId, name, created, true, Optional.empty(), List.of());
    }
}
