package io.telamon.control.database;

import io.telamon.control.store.Store;
import io.telamon.control.work.Documents;
import io.telamon.gateway.model.ProjectId;
import io.telamon.gateway.spi.directory.CustomRole;
import io.telamon.gateway.spi.directory.DatabaseUser;
import io.telamon.gateway.spi.directory.DatabaseUsers;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The database users and custom roles of all projects, as the gateway asks for them. */
public final class StoredUsers implements DatabaseUsers {

    private final Store store;
    private final Clock clock;
    private final Documents<RoleFacts> roles = new Documents<>(RoleFacts.KIND, RoleFacts.class);

    /** Those of a store. */
    public StoredUsers(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Optional<DatabaseUser> find(ProjectId project, String database, String name) {
        return store.read(handle -> UserTable.find(handle, project, database, name, clock.instant()))
                .filter(StoredUsers::mayUseClusters)
                .map(StoredUsers::asSeenByTheGateway);
    }

    /** Whether the user is let into any cluster. To the gateway, no scopes are all clusters. */
    private static boolean mayUseClusters(User user) {
        List<Scope> scopes = user.facts().scopes();
        return scopes.isEmpty() || scopes.stream().anyMatch(Scope::namesCluster);
    }

    private static DatabaseUser asSeenByTheGateway(User user) {
        return new DatabaseUser(
                user.database(),
                user.name(),
                Credential.byMechanism(user.credentials()),
                user.facts().roles().stream().map(Granted::grant).toList(),
                user.facts().scopes().stream()
                        .filter(Scope::namesCluster)
                        .map(Scope::name)
                        .collect(Collectors.toSet()));
    }

    @Override
    public Optional<CustomRole> role(ProjectId project, String name) {
        return store.read(handle -> roles.find(handle, project, name)).map(RoleFacts::role);
    }
}
