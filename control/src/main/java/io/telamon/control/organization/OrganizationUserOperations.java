package io.telamon.control.organization;

import io.telamon.control.api.Operations;
import io.telamon.control.api.Page;
import io.telamon.control.module.ApiModule;
import java.util.List;

/** The operations that list people. Only programs have access here, so the lists are empty. */
public final class OrganizationUserOperations implements ApiModule {

    @Override
    public void bind(Operations api) {
        api.servePage("listOrgUsers", call -> new Page<>(List.of(), 0));
        api.servePage("listGroupUsers", call -> new Page<>(List.of(), 0));
    }
}
