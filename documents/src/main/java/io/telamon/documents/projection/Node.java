package io.telamon.documents.projection;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.value.FieldName;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is done with the fields of a document: a tree by the names of the paths. */
final class Node {
    private final Map<String, Node> children = new LinkedHashMap<>();
    private @Nullable Action action;

    Map<String, Node> children() {
        return children;
    }

    @Nullable
    Node child(String name) {
        return children.get(name);
    }

    @Nullable
    Action action() {
        return action;
    }

    /**
     * Sets what is done at a path.
     *
     * @param below the code of the error when a part of the path has an action
     * @param above the code of the error when a path below has one
     */
    void put(FieldName[] path, Action what, int below, int above) {
        Node node = this;
        for (FieldName name : path) {
            if (node.action != null) {
                throw collision(below, name.text());
            }
            node = node.children.computeIfAbsent(name.text(), _ -> new Node());
        }
        if (node.action != null || !node.children.isEmpty()) {
            throw collision(node.action != null ? below : above, path[path.length - 1].text());
        }
        node.action = what;
    }

    private static CommandException collision(int code, String name) {
        return new CommandException(code, "Invalid projection :: caused by :: Path collision at " + name);
    }

    /** Whether something is computed at or below this node. */
    boolean computes() {
        return action instanceof Action.Compute || children.values().stream().anyMatch(Node::computes);
    }
}
