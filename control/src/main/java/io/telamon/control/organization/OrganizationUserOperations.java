package io.telamon.control.organization;

import io.telamon.control.api.Operations;
import io.telamon.control.api.Page;
import java.util.List;

/** The operations that list people. Only programs have access here, so the lists are empty. */
final class OrganizationUserOperations {

    void declare(Operations api) {
        api.servePage("listOrgUsers", call -> new Page<>(List.of(), 0));
        api.servePage("listGroupUsers", call -> new Page<>(List.of(), 0));
    }
}
