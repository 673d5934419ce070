package io.telamon.control.access;

import io.telamon.control.access.crypto.MasterKey;
import io.telamon.control.api.ApiServer;
import io.telamon.control.api.Json;
import io.telamon.control.api.OperationCatalogue;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Pipeline;
import io.telamon.control.api.RequestFilters;
import io.telamon.control.api.Role;
import io.telamon.control.event.EventLog;
import io.telamon.control.http.HttpLimits;
import io.telamon.control.model.ClientId;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.module.ApiModules;
import io.telamon.control.notification.ChangeNotifier;
import io.telamon.control.organization.Organization;
import io.telamon.control.organization.OrganizationOperations;
import io.telamon.control.organization.OrganizationSettingsOperations;
import io.telamon.control.organization.Organizations;
import io.telamon.control.person.People;
import io.telamon.control.person.PeopleAsOwners;
import io.telamon.control.project.Project;
import io.telamon.control.project.Projects;
import io.telamon.control.store.ObjectIdGenerator;
import io.telamon.control.store.Store;
import io.telamon.control.store.Stores;
import io.telamon.control.store.TestPostgresql;
import io.telamon.control.store.TestStores;
import io.telamon.control.store.Transaction;
import io.telamon.control.team.TeamOperations;
import io.telamon.control.work.UnitsOfWork;
import io.telamon.gateway.model.ProjectId;
import io.telamon.gateway.thread.EssentialThreads;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The operations of this package behind the real pipeline, on a free port. Closing and starting it again on the same
 * database is a restart; starting two on one PostgreSQL database makes two nodes.
 */
public final class AccessServer implements AutoCloseable {

    public static final String ORGANIZATION = "aaaaaaaaaaaaaaaaaaaaaaaa";
    public static final String PROJECT = "bbbbbbbbbbbbbbbbbbbbbbbb";
    public static final String OTHER_PROJECT = "bbbbbbbbbbbbbbbbbbbbbbbc";
    public static final String FOREIGN_ORGANIZATION = "cccccccccccccccccccccccc";
    public static final String FOREIGN_PROJECT = "dddddddddddddddddddddddd";

    public static final DigestClient OWNER = new DigestClient("owneroof", "11111111-2222-4333-8444-555555555555");
    public static final String CLIENT_ID = "mdb_sa_id_0123456789abcdef01234567";
    public static final String CLIENT_SECRET = "mdb_sa_sk_0123456789012345678901234567890123456789";
    private static final Instant MADE = Instant.parse("2026-01-01T00:00:00Z");
    public static final MasterKey KEY = MasterKey.of(new byte[MasterKey.LENGTH]);

    public final Store store;
    final AccessModule module;
    private final ApiServer server;

    private AccessServer(Store store, AccessModule module, ApiServer server) {
        this.store = store;
        this.module = module;
        this.server = server;
    }

    /** A database that can be opened again. */
    static final class Database {

        private final Supplier<Store> opening;

        Database(Path folder) {
            this(TestStores.postgresql()
                    .map(TestStores::newSchema)
                    .map(Database::postgresql)
                    .orElse(() -> Stores.sqlite(folder.resolve("telamon.db"), new EssentialThreads())));
        }

        private Database(Supplier<Store> opening) {
            this.opening = opening;
        }

        /** One that several nodes can share; without a PostgreSQL server, the test is skipped. */
        static Database onPostgresql() {
            return new Database(postgresql(TestPostgresql.newSchema()));
        }

        private static Supplier<Store> postgresql(String url) {
            return () -> Stores.postgresql(url, new EssentialThreads());
        }

        Store open() {
            return opening.get();
        }
    }

    static AccessServer start(Database database, TickingClock clock) {
        return start(database, clock, AccessSettings.DEFAULT);
    }

    static AccessServer start(Database database, TickingClock clock, AccessSettings settings) {
        Store store = database.open();
        Json json = new Json();
        ObjectIdGenerator ids = new ObjectIdGenerator(clock);
        EventLog events = new EventLog(ids, clock, json);
        Organizations organizations = new Organizations(store);
        Projects projects = new Projects(store, organizations);
        AccessModule module = new AccessModule(store, clock, events, KEY, settings, projects);
        store.write(transaction -> {
            seed(transaction, organizations, projects);
            List<Role> owner = List.of(Role.ORG_OWNER);
            OrganizationId ours = new OrganizationId(ORGANIZATION);
            module.keys().bootstrap(transaction, ours, OWNER.publicKey(), OWNER.privateKey(), owner);
            return module.accounts().bootstrap(transaction, ours, new ClientId(CLIENT_ID), CLIENT_SECRET, owner);
        });
        Operations api = new Operations(OperationCatalogue.load());
        UnitsOfWork units = new UnitsOfWork(store, clock, events, new ChangeNotifier(store, change -> {}), projects);
        ApiModules modules = new ApiModules();
        modules.add(module);
        People people = new People(ids, clock, organizations, module.memberships());
        modules.add(new OrganizationOperations(
                units, organizations, module.initialCredentials(), new PeopleAsOwners(people, module.memberships())));
        modules.add(new OrganizationSettingsOperations(units, organizations));
        modules.add(new TeamOperations(units));
        modules.bind(api);
        Pipeline pipeline = new Pipeline(
                api.all(),
                List.of(
                        module.authenticate(),
                        RequestFilters.resolveVersion(),
                        RequestFilters.checkPathIds(),
                        RequestFilters.authorize(projects),
                        RequestFilters.readRequest(json)),
                module.challenger(),
                json);
        ApiServer server = ApiServer.start(
                InetAddress.getLoopbackAddress(),
                0,
                Optional.empty(),
                Optional.empty(),
                HttpLimits.DEFAULT,
                pipeline,
                new EssentialThreads());
        return new AccessServer(store, module, server);
    }

    /** A client without credentials. */
    public ApiClient client() {
        return new ApiClient("http://127.0.0.1:" + server.port());
    }

    /** A client with the credentials of the organization's owner. */
    public ApiClient owner() {
        return client().withKey(OWNER);
    }

    /** A token of the first service account. */
    public String token() {
        return client().token(basic(CLIENT_ID, CLIENT_SECRET))
                .json()
                .path("access_token")
                .asString();
    }

    public static String basic(String clientId, String secret) {
        return "Basic "
                + Base64.getEncoder().encodeToString((clientId + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.close();
        module.close();
        store.close();
    }

    /** Makes the organizations and projects, unless this is a restart. */
    private static void seed(Transaction transaction, Organizations organizations, Projects projects) {
        OrganizationId ours = new OrganizationId(ORGANIZATION);
        OrganizationId theirs = new OrganizationId(FOREIGN_ORGANIZATION);
        if (organizations.exists(ours)) {
            return;
        }
        organizations.create(transaction, new Organization(ours, "Ours", false));
        organizations.create(transaction, new Organization(theirs, "Theirs", false));
        projects.create(transaction, Project.plain(new ProjectId(PROJECT), ours, "One", MADE));
        projects.create(transaction, Project.plain(new ProjectId(OTHER_PROJECT), ours, "Two", MADE));
        projects.create(transaction, Project.plain(new ProjectId(FOREIGN_PROJECT), theirs, "One", MADE));
    }
}
