package io.telamon.control.access.apikey;

import io.telamon.control.api.Grant;
import io.telamon.control.api.Link;
import io.telamon.control.api.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An API key as the API shows it, the private half in full only in the answer that makes it. */
record ApiKeyView(String desc, String id, List<Link> links, String privateKey, String publicKey, List<RoleView> roles) {

    /** A role, with the organization or the project that it is held in. */
    record RoleView(@Nullable String groupId, @Nullable String orgId, Role roleName) {

        static RoleView of(Grant grant) {
            return grant.role().isOrganizational()
                    ? new RoleView(null, grant.scopeId().value(), grant.role())
                    : new RoleView(grant.scopeId().value(), null, grant.role());
        }
    }

    @Override
    public String toString() {
        return "ApiKeyView[" + publicKey + "]";
    }
}
