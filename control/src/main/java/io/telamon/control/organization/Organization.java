package io.telamon.control.organization;

/**
 * An organization.
 *
 * @param id 24 hexadecimal digits
 * @param name not unique
 * @param skipDefaultAlertsSettings whether it was made without the alerts that are set up by default
 */
public record Organization(String id, String name, boolean skipDefaultAlertsSettings) {}
