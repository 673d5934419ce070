package io.telamon.control.organization;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which events a change of an organization's settings is: its own where the API has one, else the general one. */
final class SettingsEvents {

    private static final List<Setting> WITH_OWN_EVENTS = List.of(
            new Setting(
                    OrganizationSettings::apiAccessListRequired,
                    "ORG_PUBLIC_API_ACCESS_LIST_REQUIRED",
                    "ORG_PUBLIC_API_ACCESS_LIST_NOT_REQUIRED"),
            new Setting(
                    OrganizationSettings::multiFactorAuthRequired,
                    "ORG_TWO_FACTOR_AUTH_REQUIRED",
                    "ORG_TWO_FACTOR_AUTH_OPTIONAL"),
            new Setting(
                    OrganizationSettings::restrictEmployeeAccess,
                    "ORG_EMPLOYEE_ACCESS_RESTRICTED",
                    "ORG_EMPLOYEE_ACCESS_UNRESTRICTED"),
            new Setting(
                    OrganizationSettings::maxServiceAccountSecretValidityInHours,
                    "ORG_SERVICE_ACCOUNT_MAX_SECRET_VALIDITY_EDITED",
                    "ORG_SERVICE_ACCOUNT_MAX_SECRET_VALIDITY_EDITED"));

    private SettingsEvents() {}

    static List<String> between(OrganizationSettings before, OrganizationSettings after) {
        if (before.equals(after)) {
            return List.of();
        }
        List<String> types = new ArrayList<>(2);
        for (Setting setting : WITH_OWN_EVENTS) {
            Object value = setting.value.apply(after);
            if (!Objects.equals(setting.value.apply(before), value)) {
                types.add(Boolean.FALSE.equals(value) ? setting.turnedOff : setting.changed);
            }
        }
        return types.isEmpty() ? List.of("ORG_SETTINGS_UPDATED") : types;
    }

    private record Setting(Function<OrganizationSettings, @Nullable Object> value, String changed, String turnedOff) {}
}
