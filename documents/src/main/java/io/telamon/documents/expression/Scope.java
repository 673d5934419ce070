package io.telamon.documents.expression;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.value.ArrayValue;
import io.telamon.documents.value.DateTimeValue;
import io.telamon.documents.value.MissingValue;
import io.telamon.documents.value.Value;
import java.util.HashMap;
import java.util.Map;

/** The variables that an expression sees, by name; immutable. */
final class Scope {
    private static final String CURRENT = "CURRENT";

    private final ExpressionContext context;
    private final Map<String, Integer> slots;
    private final int next;

    private Scope(ExpressionContext context, Map<String, Integer> slots, int next) {
        this.context = context;
        this.slots = slots;
        this.next = next;
    }

    static Scope of(ExpressionContext context) {
        return new Scope(context, Map.of(), Variables.ROOT + 1);
    }

    Scope with(String name) {
        Map<String, Integer> more = new HashMap<>(slots);
        more.put(name, next);
        return new Scope(context, more, next + 1);
    }

    int slot(String name) {
        Integer slot = slots.get(name);
        if (slot == null) {
            throw new CommandException(17276, "Use of undefined variable: " + name);
        }
        return slot;
    }

    /** The number of the variable to which field paths refer. */
    int current() {
        return slots.getOrDefault(CURRENT, Variables.ROOT);
    }

    /** The expression of a variable. */
    Expression variable(String name) {
        Integer slot = slots.get(name);
        if (slot != null) {
            return new VariableExpression(slot);
        }
        Value constant = context.let().get(name);
        return constant == null ? system(name) : new Constant(constant);
    }

    private Expression system(String name) {
        return switch (name) {
            case "ROOT", CURRENT -> new VariableExpression(Variables.ROOT);
            case "REMOVE", "SEARCH_META" -> Constants.MISSING;
            case "NOW" -> new Constant(new DateTimeValue(context.now()));
            case "CLUSTER_TIME" -> clusterTime();
            case "USER_ROLES" ->
                new Constant(context.userRoles() == MissingValue.MISSING ? ArrayValue.empty() : context.userRoles());
            default -> throw new CommandException(17276, "Use of undefined variable: " + name);
        };
    }

    private Expression clusterTime() {
        if (context.clusterTime() == MissingValue.MISSING) {
            throw new CommandException(10071200, "Builtin variable '$$CLUSTER_TIME' is not available");
        }
        return new Constant(context.clusterTime());
    }
}
