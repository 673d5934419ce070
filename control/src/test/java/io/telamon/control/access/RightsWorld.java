package io.telamon.control.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.telamon.control.access.crypto.CredentialMaker;
import io.telamon.control.access.token.StoredSecrets;
import io.telamon.control.api.Grant;
import io.telamon.control.api.HttpAnswer;
import io.telamon.control.api.Json;
import io.telamon.control.api.Operation;
import io.telamon.control.api.OperationCatalogue;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Pipeline;
import io.telamon.control.api.RequestFilters;
import io.telamon.control.api.Role;
import io.telamon.control.event.EventLog;
import io.telamon.control.model.ClientId;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.model.ScopeId;
import io.telamon.control.module.ApiModules;
import io.telamon.control.notification.ChangeNotifier;
import io.telamon.control.organization.Organization;
import io.telamon.control.organization.OrganizationOperations;
import io.telamon.control.organization.OrganizationSettingsOperations;
import io.telamon.control.organization.Organizations;
import io.telamon.control.person.People;
import io.telamon.control.person.PeopleAsOwners;
import io.telamon.control.project.LimitOperations;
import io.telamon.control.project.Project;
import io.telamon.control.project.ProjectOperations;
import io.telamon.control.project.ProjectSettingsOperations;
import io.telamon.control.project.ProjectTeamOperations;
import io.telamon.control.project.Projects;
import io.telamon.control.store.ObjectIdGenerator;
import io.telamon.control.store.Transaction;
import io.telamon.control.store.UndoableStore;
import io.telamon.control.team.TeamOperations;
import io.telamon.control.work.UnitsOfWork;
import io.telamon.gateway.model.ProjectId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Two organizations with projects, API keys, service accounts and a team, and the operations that change who may do what,
 * behind the real pipeline. People are not among them, as they cannot call. Requests do not go through a socket, and what
 * they did can be undone.
 */
final class RightsWorld implements AutoCloseable {

    static final String OURS = AccessServer.ORGANIZATION;
    static final String THEIRS = AccessServer.FOREIGN_ORGANIZATION;
    static final String ONE = AccessServer.PROJECT;
    static final String TWO = AccessServer.OTHER_PROJECT;
    static final String FOREIGN = AccessServer.FOREIGN_PROJECT;
    static final String TEAM = "eeeeeeeeeeeeeeeeeeeeeeee";

    private static final Set<String> SMALL =
            Set.of("owner", "creator", "ownerOfOne", "ownerOfTwo", "foreignOwner", "keyoftwo", "foreignk");
    private static final Instant MADE = Instant.parse("2026-01-01T00:00:00Z");

    final UndoableStore store;
    private final TickingClock clock = new TickingClock();
    private final AccessModule module;
    private final Operations api = new Operations(OperationCatalogue.load());
    private final Pipeline pipeline;
    private final Predicate<String> inhabitants;
    private final Map<String, String> accounts = new TreeMap<>();

    /** All that there may be. */
    static RightsWorld large(Path folder) {
        return new RightsWorld(folder, name -> true);
    }

    /** Enough for longer sequences. */
    static RightsWorld small(Path folder) {
        return new RightsWorld(folder, SMALL::contains);
    }

    private RightsWorld(Path folder, Predicate<String> inhabitants) {
        this.inhabitants = inhabitants;
        store = UndoableStore.open(folder.resolve("telamon.db"));
        Json json = new Json();
        ObjectIdGenerator ids = new ObjectIdGenerator(clock);
        EventLog events = new EventLog(ids, clock, json);
        Organizations organizations = new Organizations(store);
        Projects projects = new Projects(store, organizations);
        module = new AccessModule(store, clock, events, AccessServer.KEY, AccessSettings.DEFAULT, projects);
        UnitsOfWork units = new UnitsOfWork(store, clock, events, new ChangeNotifier(store, change -> {}), projects);
        ApiModules modules = new ApiModules();
        modules.add(module);
        People people = new People(ids, clock, organizations, module.memberships());
        PeopleAsOwners owners = new PeopleAsOwners(people, module.memberships());
        modules.add(new OrganizationOperations(units, organizations, module.initialCredentials(), owners));
        modules.add(new OrganizationSettingsOperations(units, organizations));
        modules.add(new TeamOperations(units));
        modules.add(new ProjectOperations(units, projects, (handle, some) -> Map.of(), owners, modules));
        modules.add(new ProjectSettingsOperations(units));
        modules.add(new ProjectTeamOperations(units));
        modules.add(new LimitOperations(units, modules));
        modules.bind(api);
        pipeline = new Pipeline(
                api.all(),
                List.of(
                        module.authenticate(),
                        RequestFilters.resolveVersion(),
                        RequestFilters.checkPathIds(),
                        RequestFilters.authorize(projects),
                        RequestFilters.readRequest(json)),
                module.challenger(),
                json);
        store.write(transaction -> {
            seed(transaction, organizations, projects);
            return accounts;
        });
    }

    /** The id of the service account of a name. */
    String account(String name) {
        return Objects.requireNonNull(accounts.get(name), name);
    }

    List<Operation> operations() {
        return api.all();
    }

    RightsState state() {
        return store.read(RightsState::of);
    }

    /** A token of one of the service accounts. */
    String token(String id) {
        String basic = AccessServer.basic(CredentialMaker.CLIENT_ID_PREFIX + id, AccessServer.CLIENT_SECRET);
        var request = new DirectRequest("POST", "/api/oauth/token", "grant_type=client_credentials", basic);
        String text = text(pipeline.serve(request.ofType("application/x-www-form-urlencoded")));
        return new Json().value(text, Token.class).accessToken();
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Token(@JsonProperty("access_token") String accessToken) {}

    /** Sends a request with a token; single quotes in the body stand for double ones. */
    HttpAnswer send(String token, RightsMove move) {
        String body = move.body().replace('\'', '"');
        return pipeline.serve(new DirectRequest(move.method(), ApiClient.API + move.path(), body, "Bearer " + token));
    }

    static String text(HttpAnswer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** Whether a secret is one of an account's. */
    boolean isSecretOf(String clientId, String secret) {
        return store.read(handle -> StoredSecrets.has(handle, clientId, secret, clock.instant()));
    }

    @Override
    public void close() {
        module.close();
        store.close();
    }

    private void seed(Transaction transaction, Organizations organizations, Projects projects) {
        organizations.create(transaction, new Organization(new OrganizationId(OURS), "Ours", false));
        organizations.create(transaction, new Organization(new OrganizationId(THEIRS), "Theirs", false));
        projects.create(transaction, Project.plain(new ProjectId(ONE), new OrganizationId(OURS), "One", MADE));
        projects.create(transaction, Project.plain(new ProjectId(TWO), new OrganizationId(OURS), "Two", MADE));
        projects.create(transaction, Project.plain(new ProjectId(FOREIGN), new OrganizationId(THEIRS), "One", MADE));
        account(transaction, "owner", OURS, Role.ORG_OWNER);
        account(transaction, "creator", OURS, Role.ORG_GROUP_CREATOR);
        account(transaction, "ownerOfOne", OURS, Role.ORG_MEMBER, owner(ONE));
        account(transaction, "ownerOfTwo", OURS, Role.ORG_MEMBER, owner(TWO));
        account(transaction, "ownerOfBoth", OURS, Role.ORG_MEMBER, owner(ONE), owner(TWO));
        account(
                transaction,
                "readerOfTwo",
                OURS,
                Role.ORG_MEMBER,
                owner(ONE),
                new Grant(Role.GROUP_READ_ONLY, new ScopeId(TWO)));
        account(transaction, "auditor", OURS, Role.ORG_READ_ONLY, owner(ONE));
        account(transaction, "adminOfOne", OURS, Role.ORG_BILLING_ADMIN, databaseAdmin(ONE));
        account(transaction, "foreignOwner", THEIRS, Role.ORG_OWNER);
        key(transaction, "keyofone", OURS, Role.ORG_MEMBER, owner(ONE));
        key(transaction, "keyoftwo", OURS, Role.ORG_MEMBER, owner(TWO), databaseAdmin(ONE));
        key(transaction, "foreignk", THEIRS, Role.ORG_OWNER);
        transaction
                .handle()
                .execute(
                        "INSERT INTO team (id, organization_id, name, usernames) VALUES (?, ?, 'team', '[]')",
                        TEAM,
                        OURS);
        transaction
                .handle()
                .execute(
                        "INSERT INTO project_team (project_id, team_id, roles) VALUES (?, ?, '[\"GROUP_OWNER\"]')",
                        TWO,
                        TEAM);
    }

    private static Grant owner(String projectId) {
        return new Grant(Role.GROUP_OWNER, new ScopeId(projectId));
    }

    private static Grant databaseAdmin(String projectId) {
        return new Grant(Role.GROUP_DATABASE_ACCESS_ADMIN, new ScopeId(projectId));
    }

    private void account(Transaction transaction, String name, String organizationId, Role role, Grant... grants) {
        if (!inhabitants.test(name)) {
            return;
        }
        String id = "%024x".formatted(accounts.size() + 1);
        accounts.put(name, id);
        module.accounts()
                .bootstrap(
                        transaction,
                        new OrganizationId(organizationId),
                        new ClientId(CredentialMaker.CLIENT_ID_PREFIX + id),
                        AccessServer.CLIENT_SECRET,
                        List.of(role));
        grant(transaction, id, grants);
    }

    private void key(Transaction transaction, String name, String organizationId, Role role, Grant... grants) {
        if (!inhabitants.test(name)) {
            return;
        }
        String privateKey = "11111111-2222-4333-8444-555555555555";
        module.keys().bootstrap(transaction, new OrganizationId(organizationId), name, privateKey, List.of(role));
        String id = transaction
                .handle()
                .select("SELECT id FROM api_key WHERE public_key = ?", name)
                .mapTo(String.class)
                .one();
        grant(transaction, id, grants);
    }

    /** Grants roles in projects and begins an access list, through which requests still come. */
    private void grant(Transaction transaction, String id, Grant... grants) {
        for (Grant grant : grants) {
            transaction
                    .handle()
                    .execute(
                            "INSERT INTO role_grant (holder_id, scope_id, role) VALUES (?, ?, ?)",
                            id,
                            grant.scopeId(),
                            grant.role().name());
        }
        for (String range : List.of("127.0.0.0/8", "198.51.100.1/32")) {
            transaction
                    .handle()
                    .execute(
                            "INSERT INTO api_access_entry (holder_id, address_range, cidr_block, created_at, request_count)"
                                    + " VALUES (?, ?, ?, ?, 0)",
                            id,
                            range,
                            range,
                            MADE);
        }
    }
}
