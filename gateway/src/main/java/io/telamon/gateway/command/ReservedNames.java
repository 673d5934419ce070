package io.telamon.gateway.command;

import io.telamon.gateway.error.Errors;
import io.telamon.gateway.spi.directory.Action;
import io.telamon.gateway.spi.directory.TierFeature;
import io.telamon.gateway.spi.engine.Namespace;
import java.util.Set;

/**
 * The databases and collections of the service: hardly anything may be done there, whatever the roles say. What tiers let be read of {@code local} is
 * answered 238, as no engine has it.
 */
final class ReservedNames implements Rule {

    /** Of the commands that read, those that the tiers let at it: an aggregation is none of them. */
    private static final Set<String> READING_THE_OPLOG = Set.of("find", "count", "getMore");

    @Override
    public void check(Request request) {
        for (RequiredPrivilege touch : request.effects().touches()) {
            Namespace namespace = touch.namespace();
            boolean allowed = switch (namespace.database()) {
                case "admin" -> ofAdmin(touch);
                case "local" -> ofLocal(touch, request);
                case "config" -> isReading(touch.action());
                default -> !namespace.collection().startsWith("system.") || isReading(touch.action());
            };
            if (!allowed) {
                throw Refusal.of(request, touch);
            }
            if (namespace.database().equals("local")) {
                throw Errors.notImplemented("there is no " + namespace + " here: no oplog is kept");
            }
        }
    }

    private static boolean ofAdmin(RequiredPrivilege touch) {
        return touch.namespace().collection().isEmpty()
                && switch (touch.action()) {
                    case CHANGE_STREAM, LIST_COLLECTIONS, DB_STATS -> true;
                    default -> false;
                };
    }

    private static boolean ofLocal(RequiredPrivilege touch, Request request) {
        if (!request.tenant().offers(TierFeature.OPLOG)) {
            return false;
        }
        if (touch.action() != Action.FIND) {
            return false;
        }
        return switch (touch.namespace().collection()) {
            case "oplog.rs" -> READING_THE_OPLOG.contains(request.spec().name());
            case "system.replset" -> request.spec().name().equals("count");
            default -> false;
        };
    }

    private static boolean isReading(Action action) {
        return action == Action.FIND || action == Action.LIST_COLLECTIONS || action == Action.LIST_INDEXES;
    }
}
