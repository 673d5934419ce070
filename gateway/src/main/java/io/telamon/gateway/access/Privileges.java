package io.telamon.gateway.access;

import io.telamon.gateway.spi.directory.Action;
import io.telamon.gateway.spi.directory.Privilege;
import io.telamon.gateway.spi.directory.Resource;
import io.telamon.gateway.spi.engine.Namespace;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that a user is allowed, in the form in which it is asked for. Immutable. */
public final class Privileges {

    private final Set<Action> cluster = EnumSet.noneOf(Action.class);
    private final Set<Action> anywhere = EnumSet.noneOf(Action.class);
    private final Map<String, Set<Action>> databases = new HashMap<>();
    private final Map<Namespace, Set<Action>> collections = new HashMap<>();
    private final Map<String, Set<Action>> collectionsAnywhere = new HashMap<>();

    /** Takes in what is granted. */
    public Privileges(Collection<Privilege> granted) {
        granted.forEach(this::add);
    }

    private void add(Privilege privilege) {
        actions(privilege.resource()).addAll(privilege.actions());
    }

    private Set<Action> actions(Resource resource) {
        return switch (resource) {
            case Resource.Cluster() -> cluster;
            case Resource.AnyDatabase() -> anywhere;
            case Resource.Database(String database) -> databases.computeIfAbsent(database, _ -> none());
            case Resource.Collection(String database, String collection) ->
                database.isEmpty()
                        ? collectionsAnywhere.computeIfAbsent(collection, _ -> none())
                        : collections.computeIfAbsent(new Namespace(database, collection), _ -> none());
        };
    }

    private static Set<Action> none() {
        return EnumSet.noneOf(Action.class);
    }

    /** Whether an action on the cluster itself is allowed. */
    public boolean allowOnCluster(Action action) {
        return cluster.contains(action);
    }

    /** Whether an action on a collection, or on a database if the collection's name is empty, is allowed. */
    public boolean allow(Action action, Namespace namespace) {
        return anywhere.contains(action)
                || has(databases.get(namespace.database()), action)
                || has(collections.get(namespace), action)
                || has(collectionsAnywhere.get(namespace.collection()), action);
    }

    /** Whether anything at all is allowed in a database, so that the user may know that it exists. */
    public boolean touch(String database) {
        return !anywhere.isEmpty()
                || databases.containsKey(database)
                || !collectionsAnywhere.isEmpty()
                || collections.keySet().stream()
                        .anyMatch(namespace -> namespace.database().equals(database));
    }

    /** Whether anything at all is allowed on a collection, so that the user may know that it exists. */
    public boolean touch(Namespace namespace) {
        return !anywhere.isEmpty()
                || databases.containsKey(namespace.database())
                || collections.containsKey(namespace)
                || collectionsAnywhere.containsKey(namespace.collection());
    }

    /** What there is, by resource. */
    public Stream<Privilege> list() {
        Stream.Builder<Privilege> all = Stream.builder();
        all.add(new Privilege(new Resource.Cluster(), cluster));
        all.add(new Privilege(new Resource.AnyDatabase(), anywhere));
        databases.forEach((database, actions) -> all.add(new Privilege(new Resource.Database(database), actions)));
        collections.forEach((name, actions) ->
                all.add(new Privilege(new Resource.Collection(name.database(), name.collection()), actions)));
        collectionsAnywhere.forEach(
                (name, actions) -> all.add(new Privilege(new Resource.Collection("", name), actions)));
        return all.build().filter(privilege -> !privilege.actions().isEmpty());
    }

    private static boolean has(@Nullable Set<Action> actions, Action action) {
        return actions != null && actions.contains(action);
    }

    /** No privileges. */
    public static Privileges nothing() {
        return new Privileges(List.of());
    }
}
