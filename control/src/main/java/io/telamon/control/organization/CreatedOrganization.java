package io.telamon.control.organization;

import org.jspecify.annotations.Nullable;

/** The answer to the creation of an organization: what was made, and with it the only showing of its secrets. */
record CreatedOrganization(
        @Nullable Object apiKey,
        @Nullable String federationSettingsId,
        @Nullable String orgOwnerId,
        OrganizationView organization,
        @Nullable Object serviceAccount,
        boolean skipDefaultAlertsSettings) {}
