package io.telamon.control.organization;

import org.jdbi.v3.core.mapper.reflect.ColumnName;

/**
 * An organization.
 *
 * @param id 24 hexadecimal digits
 * @param name not unique
 * @param skipDefaultAlertsSettings whether it was made without the alerts that are set up by default
 */
public record Organization(
        String id,
        String name,
        @ColumnName("skip_default_alerts") boolean skipDefaultAlertsSettings) {}
