package io.telamon.control.organization;

import io.telamon.control.model.OrganizationId;
import org.jdbi.v3.core.mapper.reflect.ColumnName;

/**
 * An organization.
 *
 * @param id 24 hexadecimal digits
 * @param name not unique
 * @param skipDefaultAlertsSettings whether it was made without the alerts that are set up by default
 */
public record Organization(
        OrganizationId id,
        String name,
        @ColumnName("skip_default_alerts") boolean skipDefaultAlertsSettings) {}
