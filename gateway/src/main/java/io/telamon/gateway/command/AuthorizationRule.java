package io.telamon.gateway.command;

import io.telamon.gateway.access.Privileges;

/** Everything a command touches must be allowed by the user's roles. */
final class AuthorizationRule implements Rule {

    @Override
    public void check(Request request) {
        Privileges privileges = request.principal().privileges();
        for (RequiredPrivilege touch : request.effects().touches()) {
            if (!privileges.allow(touch.action(), touch.namespace())) {
                throw Refusal.of(request, touch);
            }
        }
    }
}
