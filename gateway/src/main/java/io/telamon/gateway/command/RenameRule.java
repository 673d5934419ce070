package io.telamon.gateway.command;

import io.telamon.gateway.access.Privileges;
import io.telamon.gateway.error.Errors;
import io.telamon.gateway.spi.directory.Action;
import io.telamon.gateway.spi.engine.Namespace;
import java.util.List;

/** Renaming within a database must not make documents readable for a user who cannot read them under their old name. */
final class RenameRule implements Rule {

    @Override
    public void check(Request request) {
        if (!request.spec().name().equals("renameCollection")) {
            return;
        }
        List<Namespace> renamed = request.effects().touches().stream()
                .filter(touch -> touch.action() == Action.RENAME_COLLECTION_SAME_DB)
                .map(RequiredPrivilege::namespace)
                .toList();
        if (!renamed.isEmpty()) {
            check(request.principal().privileges(), renamed.getFirst(), renamed.getLast());
        }
    }

    private static void check(Privileges privileges, Namespace from, Namespace to) {
        if (privileges.allow(Action.FIND, to) && !privileges.allow(Action.FIND, from)) {
            throw Errors.notAllowed(Action.FIND.command(), from);
        }
    }
}
