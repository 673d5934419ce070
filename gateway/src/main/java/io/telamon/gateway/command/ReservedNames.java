package io.telamon.gateway.command;

import io.telamon.gateway.error.Errors;
import io.telamon.gateway.spi.Action;
import io.telamon.gateway.spi.ClusterKind;
import io.telamon.gateway.spi.Namespace;

/** The databases and collections of the service: hardly anything may be done there, whatever the roles say. */
final class ReservedNames implements Rule {

    @Override
    public void check(Request request) {
        for (Touch touch : request.effects().touches()) {
            Namespace namespace = touch.namespace();
            boolean allowed = switch (namespace.database()) {
                case "admin" -> ofAdmin(touch);
                case "local" -> ofLocal(touch, request);
                case "config" -> isReading(touch.action());
                default -> !namespace.collection().startsWith("system.") || isReading(touch.action());
            };
            if (!allowed) {
                throw Errors.notAllowed(touch.action().command(), namespace);
            }
        }
    }

    private static boolean ofAdmin(Touch touch) {
        return touch.namespace().collection().isEmpty()
                && switch (touch.action()) {
                    case CHANGE_STREAM, LIST_COLLECTIONS, DB_STATS -> true;
                    default -> false;
                };
    }

    private static boolean ofLocal(Touch touch, Request request) {
        if (request.tenant().kind() == ClusterKind.SERVERLESS) {
            return false;
        }
        boolean count = request.spec().name().equals("count");
        return switch (touch.namespace().collection()) {
            case "oplog.rs" -> touch.action() == Action.FIND;
            case "system.replset" -> touch.action() == Action.FIND && count;
            default -> false;
        };
    }

    private static boolean isReading(Action action) {
        return action == Action.FIND || action == Action.LIST_COLLECTIONS || action == Action.LIST_INDEXES;
    }
}
