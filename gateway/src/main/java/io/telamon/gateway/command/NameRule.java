package io.telamon.gateway.command;

import io.telamon.gateway.error.Errors;
import io.telamon.gateway.spi.directory.TierLimit;
import io.telamon.gateway.spi.directory.TierLimits;
import io.telamon.gateway.spi.engine.Namespace;
import java.nio.charset.StandardCharsets;

/** Names must be possible, and not too long. */
final class NameRule implements Rule {

    private static final String NOT_IN_DATABASE_NAMES = "/\\. \"$\0";

    @Override
    public void check(Request request) {
        checkDatabase(request.message().database(), request.limits());
        for (RequiredPrivilege touch : request.effects().touches()) {
            checkDatabase(touch.namespace().database(), request.limits());
            checkCollection(touch.namespace(), request.limits());
        }
    }

    private static void checkDatabase(String name, TierLimits limits) {
        if (name.isEmpty() || !isPossible(name)) {
            throw Errors.invalidNamespace("Invalid database name: '" + name + "'");
        }
        if (isLonger(name, limits.of(TierLimit.DATABASE_NAME_BYTES))) {
            throw Errors.atlas("Database name " + name + " is too long. Max database name length is "
                    + limits.of(TierLimit.DATABASE_NAME_BYTES) + " bytes.");
        }
    }

    private static boolean isPossible(String database) {
        for (int i = 0; i < database.length(); i++) {
            if (NOT_IN_DATABASE_NAMES.indexOf(database.charAt(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static void checkCollection(Namespace namespace, TierLimits limits) {
        String collection = namespace.collection();
        if (collection.indexOf('\0') >= 0 || collection.indexOf('$') >= 0 || collection.startsWith(".")) {
            throw Errors.invalidNamespace("Invalid namespace specified '" + namespace + "'");
        }
        long bytes = limits.of(TierLimit.NAMESPACE_BYTES);
        boolean near = (namespace.database().length() + collection.length() + 1) * 3L > bytes;
        if (near && isLonger(namespace.toString(), bytes)) {
            throw Errors.atlas("Namespace " + namespace + " is too long. Max namespace length is " + bytes + " bytes.");
        }
    }

    private static boolean isLonger(String name, long bytes) {
        return name.length() * 3L > bytes && name.getBytes(StandardCharsets.UTF_8).length > bytes;
    }
}
