package io.telamon.control.database;

import io.telamon.control.api.ApiException;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Violation;
import io.telamon.gateway.spi.directory.Action;
import io.telamon.gateway.spi.directory.Resource;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What the actions of a custom role must be: each there once, and with what it is allowed on. */
final class ActionRules {

    private ActionRules() {}

    /** Refuses actions, and resources of one, that are there twice, and resources that are unclear or name no possible database. */
    static void require(List<RoleFacts.PermittedAction> actions) {
        Set<Action> seen = EnumSet.noneOf(Action.class);
        for (int i = 0; i < actions.size(); i++) {
            RoleFacts.PermittedAction permitted = actions.get(i);
            requireResources(
                    "actions[" + i + "].resources", Objects.requireNonNullElse(permitted.resources(), List.of()));
            if (!seen.add(permitted.action())) {
                throw ErrorCode.ATLAS_DUPLICATE_CUSTOM_ROLE_ACTION.about();
            }
        }
    }

    private static void requireResources(String path, List<RoleFacts.PermittedResource> resources) {
        if (resources.isEmpty()) {
            throw missing(path);
        }
        Set<Resource> seen = new HashSet<>();
        for (int i = 0; i < resources.size(); i++) {
            RoleFacts.PermittedResource permitted = resources.get(i);
            String on = path + "[" + i + "].";
            permitted.missing().ifPresent(attribute -> {
                throw missing(on + attribute);
            });
            if (permitted.db() != null && !permitted.db().isEmpty()) {
                DatabaseNames.require(permitted.db());
            }
            if (!permitted.resource().map(seen::add).orElse(false)) {
                throw ErrorCode.ATLAS_DUPLICATE_CUSTOM_ROLE_RESOURCE.about();
            }
        }
    }

    private static ApiException missing(String path) {
        Violation violation = new Violation(path, "is required");
        return ErrorCode.MISSING_ATTRIBUTE.because(List.of(violation), violation.attribute());
    }
}
